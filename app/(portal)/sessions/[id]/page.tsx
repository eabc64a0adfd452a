import { CopyPlus, Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { ArchiveLight } from '@/components/archive/archive-light';
import { ArchivePanel } from '@/components/archive/archive-panel';
import { SnippetList } from '@/components/api-docs/snippet-list';
import { RecordMeta } from '@/components/detail/record-meta';
import { WhoSeesAside } from '@/components/models/access/who-sees-aside';
import { SessionDetail } from '@/components/models/session/session-detail';
import { SessionGlance } from '@/components/models/session/session-glance';
import { SessionNeighbours } from '@/components/models/session/session-neighbours';
import { StoragePlaces } from '@/components/models/session/storage-places';
import { DownloadToml, TomlPanel } from '@/components/models/session/toml-panel';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { historyHrefOf } from '@/lib/models/history';
import { mayCreate } from '@/lib/server/access';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { requireViewer } from '@/lib/server/auth/viewer';
import { snippetsFor } from '@/lib/server/openapi/snippets';
import { sessionReadiness } from '@/lib/server/operations/archive';
import { whoCanSee } from '@/lib/server/operations/who-sees';
import { MissingRecord } from '../../[model]/[id]/missing-record';
import { RecordTools } from '../../[model]/[id]/record-tools';
import { loadAround } from './around';
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
  if (!found) return <MissingRecord viewer={viewer} model={models.session} id={asked} />;
  const { record, parts, rights, showing } = found;
  const id = String(record.id);
  const origin = requestOrigin(await headers());
  const [missing, around, access, archive] = await Promise.all([
    missingForToml(viewer, id),
    loadAround(viewer, record),
    whoCanSee(viewer, models.session, id),
    sessionReadiness(viewer, id),
  ]);
  const views = Object.fromEntries(shownModels.map((model) => [model.name, viewOf(model)]));
  const likeHref = mayCreate(viewer, models.session) ? `/${path}/new?from=${id}` : null;
  return (
    <>
      <PageHeader
        title={String(record.name)}
        breadcrumbs={[{ label: labelPlural, href: `/${path}` }, { label: String(record.name) }]}
        badges={
          <>
            <span className="text-muted-foreground tabular-nums">#{String(record.number)}</span>
            <ArchiveLight findings={archive.findings} />
          </>
        }
        secondaryActions={
          <>
            {missing.length === 0 ? (
              <DownloadToml id={id} />
            ) : (
              <Button asChild>
                <a href="#session-toml">session.toml: {missing.length} missing</a>
              </Button>
            )}
            <RecordTools
              viewer={viewer}
              model={models.session}
              id={id}
              rights={rights}
              isCopiedElsewhere
              links={rights.update ? [{ label: 'Save as template', href: `/${path}/${id}/template` }] : []}
            />
            {likeHref ? (
              <Button asChild>
                <Link href={likeHref} data-shortcut="n">
                  <CopyPlus aria-hidden />
                  New like this
                </Link>
              </Button>
            ) : null}
          </>
        }
        action={
          rights.update ? (
            <Button asChild variant="primary">
              <Link href={`/${path}/${id}/edit`} data-shortcut="e">
                <Pencil aria-hidden />
                Edit
              </Link>
            </Button>
          ) : null
        }
      />
      <SessionNeighbours lines={around.neighbours} />
      <SessionGlance
        record={record}
        parts={parts}
        subjects={around.subjects}
        showing={showing}
        mayEdit={rights.update}
      />
      <div className="flex flex-col gap-8 xl:flex-row">
        <div className="min-w-0 flex-1">
          <SessionDetail
            record={record}
            parts={parts}
            views={views}
            showing={showing}
            mayEdit={rights.update}
            files={<StoragePlaces id={id} places={around.places} mayEdit={rights.update} />}
          />
          <SnippetList sets={snippetsFor({ model: models.session, origin, query: [], id }, ['read'])} />
        </div>
        <aside aria-label="About this session" className="w-full shrink-0 xl:w-72">
          <TomlPanel
            id={id}
            origin={origin}
            missing={missing}
            subject={archive.subjects[0]?.id ?? null}
            mayEdit={rights.update}
          />
          <ArchivePanel
            findings={archive.findings}
            files={{ session: id, subjects: archive.subjects }}
            mayEdit={rights.update}
          />
          <WhoSeesAside access={access} href={`/${path}/${id}/access`} />
          <RecordMeta
            record={record}
            showing={showing}
            historyHref={historyHrefOf(models.session, id, rights.update)}
          />
        </aside>
      </div>
    </>
  );
}
