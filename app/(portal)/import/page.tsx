import type { Metadata } from 'next';
import Link from 'next/link';
import { ImportNav } from '@/components/import/import-nav';
import { ImportPage } from '@/components/import/import-page';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { candidates } from '@/lib/server/rules/candidates';
import { findProjects, findStrains, takeBack } from './actions';

export const metadata: Metadata = { title: 'Import' };

type Props = { searchParams: Promise<{ project?: string | string[] }> };

const labelsOf = (prefix: string, fields: Readonly<Record<string, { label: string }>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [`${prefix}${name}`, label]));
const labels = {
  ...labelsOf('', models.recordingfiles.fields),
  ...labelsOf('', models.session.fields),
  ...labelsOf('subject.', models.subject.fields),
  'subject.name': 'Subject',
  subject: 'Subject',
  age: models.sessionsubject.fields.age.label,
};

export default async function Page({ searchParams }: Props) {
  const [viewer, { project: asked }] = await Promise.all([requireViewer(), searchParams]);
  const projects = await candidates(viewer, models.session, 'projects', {}, '', 1000);
  const project = projects.find(({ id }) => id === asked) ?? (projects.length === 1 ? projects[0] : undefined);
  return (
    <>
      <PageHeader
        title="Import"
        subtitle="Sessions from session.toml files: one, several, or a zip of a folder of sessions. You see what would change before anything is written."
        secondaryActions={
          <Button asChild>
            <Link href="/validate">Check a file</Link>
          </Button>
        }
      />
      <ImportNav current="/import" />
      <ImportPage
        address="/import/run"
        zone={getEnv().LAB_TIME_ZONE}
        labels={labels}
        project={project ? { value: project.id, label: project.title } : null}
        findProjects={findProjects}
        findStrains={findStrains}
        undo={takeBack}
      />
    </>
  );
}
