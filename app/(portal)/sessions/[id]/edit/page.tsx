import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SessionEditor } from '@/components/models/session/session-editor';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { findPortalSession } from '@/lib/server/queries/portal-session';
import { deleteRecord, saveRecord, undoDeletion } from '../../../[model]/actions';
import { findCandidates, findRecords, findWords } from '../../../[model]/lookup-actions';
import { ageOf } from '../../actions';
import { saveSessionParts } from '../../part-actions';
import { loadSession, shownModels } from '../load';

type Props = { params: Promise<{ id: string }> };
const { path, labelPlural } = models.session;
const actions = {
  save: saveRecord,
  saveParts: saveSessionParts,
  remove: deleteRecord,
  restore: undoDeletion,
  candidates: findCandidates,
  search: findRecords,
  words: findWords,
  ageOf,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadSession(await requireViewer(), (await params).id);
  return { title: `Edit ${String(found?.record.name ?? 'session')}` };
}

export default async function EditSessionPage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const [found, portal] = await Promise.all([loadSession(viewer, asked), findPortalSession(viewer, asked)]);
  if (!found || !portal) notFound();
  const { record, parts, rights, showing } = found;
  const href = `/${path}/${record.id}`;
  const name = String(record.name);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: labelPlural, href: `/${path}` }, { label: name, href }, { label: 'Edit' }]}
        action={
          <Button asChild>
            <Link href={href}>Done</Link>
          </Button>
        }
      />
      {rights.update ? (
        <SessionEditor
          record={record}
          parts={parts}
          views={Object.fromEntries(shownModels.map((model) => [model.name, viewOf(model)]))}
          showing={showing}
          portal={portal.session}
          actions={actions}
        />
      ) : (
        <Callout tone="info" title="You may read this session but not change it">
          Changing it needs the level contributor on one of its projects.
        </Callout>
      )}
    </>
  );
}
