import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ApiButton } from '@/components/api-docs/api-button';
import { DeletedNotice } from '@/components/detail/deleted-notice';
import { RecordMenu } from '@/components/detail/record-menu';
import { RecordMeta } from '@/components/detail/record-meta';
import { AccessSections } from '@/components/models/access/access-sections';
import { JoinRequests } from '@/components/models/access/join-requests';
import { LeaveButton } from '@/components/models/access/leave-button';
import { OwnRequests } from '@/components/models/access/own-requests';
import { AskToJoin } from '@/components/models/group/ask-to-join';
import { LaboratoryCard } from '@/components/models/group/laboratory-card';
import { SharedRecords } from '@/components/models/group/shared-records';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { mayLeave } from '@/lib/declare/access-list';
import { modelList, modelNamed } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { listRecords } from '@/lib/server/operations/list';
import { joinRequests } from '@/lib/server/operations/waiting';
import { sharedWith } from '@/lib/server/operations/who-sees';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { deleteRecord, planRemoval, undoDeletion } from '../../[model]/actions';
import { loadAccess } from '../../[model]/[id]/access/load-access';
import { loadRecord } from '../../[model]/[id]/load-record';
import { showingWith } from '../../[model]/load';
import { accept, askToJoin, cancel, reject } from '../../invitations/actions';

type Props = { params: Promise<{ id: string }> };

const model = modelNamed('group');
const laboratoryModel = modelNamed('laboratory');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadRecord(await requireViewer(), model, (await params).id);
  return { title: found?.title ?? model.label };
}

export default async function GroupPage({ params }: Props) {
  const [viewer, { id }] = await Promise.all([requireViewer(), params]);
  const [found, access] = await Promise.all([loadRecord(viewer, model, id), loadAccess(viewer, model, id)]);
  if (!found || !access) {
    const undoable = await undoableDeletion(viewer, model, id);
    if (!undoable) notFound();
    const restore = undoDeletion.bind(null, undoable.deletion);
    return <DeletedNotice label={model.label} title={undoable.title} listHref="/groups" restore={restore} />;
  }
  const { record, title, rights } = found;
  const key = String(record.id);
  const [laboratory, shared, requests] = await Promise.all([
    laboratoryOf(viewer, key),
    sharedWith(viewer, Number(key)),
    joinRequests(viewer, key),
  ]);
  const isMember = access.list.people.some((person) => person.id === viewer.number);
  const mine = requests.filter(({ is_mine }) => is_mine);
  const others = requests.filter(({ is_mine }) => !is_mine);
  const questions = new TitleQuestions().add('user', [record.created_by, record.updated_by]);
  if (laboratory) questions.addRecords(laboratoryModel, [laboratory]);
  const showing = showingWith(await questions.answer(viewer));
  const editLaboratory = laboratory ? `/laboratories/${laboratory.id}/edit` : `/laboratories/new?group=${key}`;
  const kinds = modelList.flatMap(({ name, labelPlural, path }) => {
    const records = shared.filter((one) => one.model === name);
    return records.length > 0 ? [{ label: labelPlural, path, records }] : [];
  });
  return (
    <>
      <PageHeader
        title={title}
        subtitle={model.help}
        breadcrumbs={[{ label: model.labelPlural, href: '/groups' }, { label: title }]}
        secondaryActions={
          <>
            {mayLeave(access.list, viewer.number) ? (
              <LeaveButton context={access.context} title={title} groups={[]} />
            ) : null}
            <ApiButton model={model} id={key} />
            <RecordMenu
              id={key}
              label={model.label}
              listHref="/groups"
              duplicateHref={null}
              removal={
                rights.delete
                  ? {
                      plan: planRemoval.bind(null, 'groups', key),
                      remove: deleteRecord.bind(null, 'groups', key),
                      restore: undoDeletion,
                    }
                  : null
              }
            />
          </>
        }
        action={
          rights.update ? (
            <Button asChild>
              <Link href={`/groups/${key}/edit`}>
                <Pencil aria-hidden />
                Rename
              </Link>
            </Button>
          ) : !isMember && mine.length === 0 ? (
            <AskToJoin title={title} ask={askToJoin.bind(null, key)} />
          ) : null
        }
      />
      <div className="flex flex-col gap-8 xl:flex-row">
        <div className="min-w-0 max-w-4xl flex-1">
          {mine.length > 0 ? <OwnRequests requests={mine} zone={access.context.zone} cancel={cancel} /> : null}
          {others.length > 0 ? (
            <Card title="Requests to join">
              <JoinRequests requests={others} zone={access.context.zone} actions={{ accept, reject, cancel }} />
            </Card>
          ) : null}
          <AccessSections {...access} />
          <LaboratoryCard laboratory={laboratory} showing={showing} editHref={rights.own ? editLaboratory : null} />
          <SharedRecords groups={kinds} />
        </div>
        <aside aria-label="About this record" className="w-full shrink-0 xl:w-64">
          <RecordMeta record={record} showing={showing} />
        </aside>
      </div>
    </>
  );
}

async function laboratoryOf(viewer: Awaited<ReturnType<typeof requireViewer>>, groupId: string) {
  const filters = [{ path: ['group'], operator: 'exact' as const, values: [groupId] }];
  const { records } = await listRecords(viewer, laboratoryModel, { filters, sort: [], limit: 1, offset: 0 }, 'none');
  return records[0] ?? null;
}
