import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ApiButton } from '@/components/api-docs/api-button';
import { DeletedNotice } from '@/components/detail/deleted-notice';
import { RecordMenu } from '@/components/detail/record-menu';
import { RecordMeta } from '@/components/detail/record-meta';
import { SessionDetail } from '@/components/models/session/session-detail';
import { DownloadToml, TomlPanel } from '@/components/models/session/toml-panel';
import { overridesOf } from '@/components/models/overrides';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { historyHrefOf } from '@/lib/models/history';
import { mayCreate } from '@/lib/server/access';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { requireViewer } from '@/lib/server/auth/viewer';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import { deleteRecord, planRemoval, undoDeletion } from '../../[model]/actions';
import { loadSession, missingForToml, shownModels } from './load';

type Props = { params: Promise<{ id: string }> };
const { path, label, labelPlural } = models.session;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadSession(await requireViewer(), (await params).id);
  return { title: String(found?.record.name ?? label) };
}

export default async function SessionPage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const found = await loadSession(viewer, asked);
  if (!found) {
    const undoable = await undoableDeletion(viewer, models.session, asked);
    if (!undoable) notFound();
    return (
      <DeletedNotice
        label={label}
        title={undoable.title}
        listHref={`/${path}`}
        restore={undoDeletion.bind(null, undoable.deletion)}
      />
    );
  }
  const { record, parts, rights, showing } = found;
  const id = String(record.id);
  const missing = await missingForToml(viewer, id);
  const views = Object.fromEntries(shownModels.map((model) => [model.name, viewOf(model)]));
  const { Aside } = overridesOf('session');
  const view = viewOf(models.session);
  const historyHref = historyHrefOf(models.session, id, rights.update);
  return (
    <>
      <PageHeader
        title={String(record.name)}
        breadcrumbs={[{ label: labelPlural, href: `/${path}` }, { label: String(record.name) }]}
        badges={<span className="text-muted-foreground tabular-nums">#{String(record.number)}</span>}
        secondaryActions={
          <>
            {missing.length === 0 ? (
              <DownloadToml id={id} />
            ) : (
              <Button asChild>
                <a href="#session-toml">session.toml: {missing.length} missing</a>
              </Button>
            )}
            <ApiButton model={models.session} id={id} />
            <RecordMenu
              id={id}
              label={label}
              listHref={`/${path}`}
              duplicateHref={mayCreate(viewer, models.session) ? `/${path}/new?from=${id}` : null}
              historyHref={historyHref}
              removal={
                rights.delete
                  ? {
                      plan: planRemoval.bind(null, path, id),
                      remove: deleteRecord.bind(null, path, id),
                      restore: undoDeletion,
                    }
                  : null
              }
            />
          </>
        }
        action={
          rights.update ? (
            <Button asChild variant="primary">
              <Link href={`/${path}/${id}/edit`}>
                <Pencil aria-hidden />
                Edit
              </Link>
            </Button>
          ) : null
        }
      />
      <div className="flex flex-col gap-8 xl:flex-row">
        <div className="min-w-0 flex-1">
          <SessionDetail record={record} parts={parts} views={views} showing={showing} mayEdit={rights.update} />
        </div>
        <aside aria-label="About this session" className="w-full shrink-0 xl:w-72">
          <TomlPanel id={id} origin={requestOrigin(await headers())} missing={missing} mayEdit={rights.update} />
          {Aside ? <Aside view={view} record={record} rights={rights} showing={showing} /> : null}
          <RecordMeta record={record} showing={showing} historyHref={historyHref} />
        </aside>
      </div>
    </>
  );
}
