import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ApiButton } from '@/components/api-docs/api-button';
import { DeletedNotice } from '@/components/detail/deleted-notice';
import { RecordMenu } from '@/components/detail/record-menu';
import { labelOf } from '@/components/models/access/level-words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { levelOf } from '@/lib/declare/levels';
import { models } from '@/lib/models';
import { historyHrefOf } from '@/lib/models/history';
import { mayCreate } from '@/lib/server/access';
import { requireViewer } from '@/lib/server/auth/viewer';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import { deleteRecord, planRemoval, undoDeletion } from '../../[model]/actions';
import { loadRecord } from '../../[model]/[id]/load-record';
import { ProjectBody } from './project-body';

type Props = { params: Promise<{ id: string }> };
const { project, session } = models;
const { path, label, labelPlural } = project;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadRecord(await requireViewer(), project, (await params).id);
  return { title: found?.title ?? label };
}

export default async function ProjectPage({ params }: Props) {
  const [viewer, { id: asked }] = await Promise.all([requireViewer(), params]);
  const found = await loadRecord(viewer, project, asked);
  if (!found) {
    const undoable = await undoableDeletion(viewer, project, asked);
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
  const { record, title, rights, mayAddTo } = found;
  const id = String(record.id);
  const level = levelOf(Number(record.level));
  const historyHref = historyHrefOf(project, id, rights.update);
  const edit = rights.update ? (
    <Button asChild>
      <Link href={`/${path}/${id}/edit`}>
        <Pencil aria-hidden />
        Edit
      </Link>
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: labelPlural, href: `/${path}` }, { label: title }]}
        badges={
          <>
            {record.is_public === true ? (
              <Link href={`/public/projects/${id}`} title="What everyone sees of it">
                <Badge tone="info">Public</Badge>
              </Link>
            ) : null}
            {level ? <Badge>{labelOf(level)}</Badge> : null}
          </>
        }
        secondaryActions={
          <>
            {edit}
            <ApiButton model={project} id={id} />
            <RecordMenu
              id={id}
              label={label}
              listHref={`/${path}`}
              duplicateHref={mayCreate(viewer, project) ? `/${path}/new?from=${id}` : null}
              links={[{ label: 'Session templates', href: `/${path}/${id}/templates` }]}
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
          mayAddTo && mayCreate(viewer, session) ? (
            <Button asChild variant="primary">
              <Link href={`/${session.path}/new?projects=${id}`} data-shortcut="n">
                New session
              </Link>
            </Button>
          ) : null
        }
      />
      <ProjectBody viewer={viewer} found={found} historyHref={historyHref} />
    </>
  );
}
