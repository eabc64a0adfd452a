import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SaveTemplate } from '@/components/models/session/save-template';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { projectsForTemplate } from '@/lib/server/operations/session-templates';
import { saveSessionTemplate } from '../../template-actions';
import { loadSession } from '../load';

export const metadata: Metadata = { title: 'Save as template' };

type Props = { params: Promise<{ id: string }> };
const { path, labelPlural } = models.session;

export default async function TemplatePage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const found = await loadSession(viewer, asked);
  if (!found) notFound();
  const id = String(found.record.id);
  const name = String(found.record.name);
  const projects = await projectsForTemplate(viewer, found.record);
  return (
    <>
      <PageHeader
        title="Save as template"
        subtitle="Keeps the epochs, modules, recording files, storages and tags of this session as they are now; no notes."
        breadcrumbs={[
          { label: labelPlural, href: `/${path}` },
          { label: name, href: `/${path}/${id}` },
          { label: 'Template' },
        ]}
      />
      {projects.length > 0 ? (
        <SaveTemplate projects={projects} save={saveSessionTemplate.bind(null, id)} />
      ) : (
        <Callout tone="warning">You may not add sessions to a project of this session.</Callout>
      )}
    </>
  );
}
