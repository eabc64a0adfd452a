import { LayoutTemplate } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { TemplateList } from '@/components/models/session/template-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { listTemplates } from '@/lib/server/operations/session-templates';
import { loadRecord } from '../../../[model]/[id]/load-record';
import {
  deleteSessionTemplate,
  renameSessionTemplate,
  restoreSessionTemplate,
} from '../../../sessions/template-actions';

export const metadata: Metadata = { title: 'Session templates' };

type Props = { params: Promise<{ id: string }> };
const { path, labelPlural } = models.project;
const actions = { rename: renameSessionTemplate, remove: deleteSessionTemplate, restore: restoreSessionTemplate };

export default async function TemplatesPage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const found = await loadRecord(viewer, models.project, asked);
  if (!found) notFound();
  const id = String(found.record.id);
  const templates = await listTemplates(viewer, id);
  const sessions = `/sessions?filter{projects}=${id}`;
  return (
    <>
      <PageHeader
        title="Session templates"
        subtitle="What a session consists of, under a name: whoever may add sessions to the project begins new ones from it."
        breadcrumbs={[
          { label: labelPlural, href: `/${path}` },
          { label: found.title, href: `/${path}/${id}` },
          { label: 'Session templates' },
        ]}
      />
      {templates.length === 0 ? (
        <EmptyState
          icon={<LayoutTemplate aria-hidden />}
          title="No templates yet"
          action={
            <Button asChild>
              <Link href={sessions}>Sessions of this project</Link>
            </Button>
          }
        >
          Open a session that is as sessions should be, and choose “Save as template” among its further actions.
        </EmptyState>
      ) : (
        <TemplateList templates={templates} zone={getEnv().LAB_TIME_ZONE} actions={actions} />
      )}
    </>
  );
}
