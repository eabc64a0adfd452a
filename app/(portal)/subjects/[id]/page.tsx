import { Pencil, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ArchiveLight } from '@/components/archive/archive-light';
import { ArchivePanel } from '@/components/archive/archive-panel';
import { RecordFields } from '@/components/detail/record-fields';
import { RecordMeta } from '@/components/detail/record-meta';
import { RelatedLists } from '@/components/detail/related-lists';
import { idsOf } from '@/components/fields/read-value';
import { LogEntryButton } from '@/components/log/log-entry-button';
import { LogList, type LogListProps } from '@/components/log/log-list';
import { WhoSeesAside } from '@/components/models/access/who-sees-aside';
import { FamilyCard } from '@/components/models/subject/family-card';
import { LifeCard } from '@/components/models/subject/life-card';
import { MeasureCharts } from '@/components/models/subject/measure-charts';
import { glanceFields, SubjectGlance } from '@/components/models/subject/subject-glance';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { deathOf } from '@/lib/declare/death';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { historyHrefOf } from '@/lib/models/history';
import { requireViewer } from '@/lib/server/auth/viewer';
import { subjectReadiness } from '@/lib/server/operations/archive';
import { whoCanSee } from '@/lib/server/operations/who-sees';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { withCleanText } from '@/lib/server/rich-text';
import type { UserViewer } from '@/lib/server/viewer';
import { showingWith } from '../../[model]/load';
import { loadRecord, type LoadedRecord } from '../../[model]/[id]/load-record';
import { logLists } from '../../[model]/[id]/log-lists';
import { MissingRecord } from '../../[model]/[id]/missing-record';
import { RecordTools } from '../../[model]/[id]/record-tools';
import { relatedLists } from '../../[model]/[id]/related';
import { loadLife, spanIn } from './load';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ life?: string | string[] }>;
};
const model = models.subject;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadRecord(await requireViewer(), model, (await params).id);
  return { title: found?.title ?? model.label };
}

export default async function SubjectPage({ params, searchParams }: Props) {
  const [viewer, { id }, { life: span }] = await Promise.all([requireViewer(), params, searchParams]);
  const found = await loadRecord(viewer, model, id);
  if (!found) return <MissingRecord viewer={viewer} model={model} id={id} />;
  const { record, key, showing, related, logs, access, life, findings } = await loadPage(viewer, found);
  const { title, rights, mayAddTo } = found;
  const view = viewOf(model);
  const href = `/${model.path}/${key}`;
  const newest = life.weights.at(-1) ?? null;
  const isAlive = deathOf(record) === null;
  return (
    <>
      <PageHeader
        title={title}
        badges={<ArchiveLight findings={findings} />}
        breadcrumbs={[{ label: model.labelPlural, href: `/${model.path}` }, { label: title }]}
        secondaryActions={
          <>
            <RecordTools viewer={viewer} model={model} id={key} rights={rights} />
            {mayAddTo && isAlive && life.raw.sessions.length > 0 ? (
              <Button asChild>
                <Link href={`/sessions/new?last&subject=${key}`}>New session like the last</Link>
              </Button>
            ) : null}
            {rights.update ? (
              <Button asChild>
                <Link href={`${href}/edit`} data-shortcut="e">
                  <Pencil aria-hidden />
                  Edit
                </Link>
              </Button>
            ) : null}
          </>
        }
        action={
          mayAddTo ? (
            <MainActions id={key} project={idsOf(record.projects)[0] ?? null} isAlive={isAlive} logs={logs} />
          ) : null
        }
      />
      <SubjectGlance
        view={view}
        record={record}
        showing={showing}
        age={life.age}
        weight={newest}
        baseline={life.baseline}
        procedures={life.raw.procedures}
      />
      <div className="flex flex-col gap-8 xl:flex-row">
        <div className="min-w-0 flex-1">
          <LifeCard {...life} span={spanIn(span)} href={href} zone={showing.zone} />
          <MeasureCharts {...life} zone={showing.zone} />
          <div id="logs">
            {logs.map((list) => (
              <LogList key={list.label} {...list} />
            ))}
          </div>
          <RelatedLists lists={related} showing={showing} />
          <FamilyCard family={life.raw.family} />
          <RecordFields view={view} record={record} rights={rights} showing={showing} without={glanceFields} />
        </div>
        <aside aria-label="About this record" className="w-full shrink-0 xl:w-64">
          <ArchivePanel findings={findings} files={null} mayEdit={rights.update} />
          <WhoSeesAside access={access} href={`${href}/access`} />
          <RecordMeta record={record} showing={showing} historyHref={historyHrefOf(model, key, rights.update)} />
        </aside>
      </div>
    </>
  );
}

/** All that the page shows, read at once. */
async function loadPage(viewer: UserViewer, found: LoadedRecord) {
  const record = withCleanText(model, found.record);
  const key = String(record.id);
  const questions = new TitleQuestions()
    .addRecords(model, [record])
    .add('user', [record.created_by, record.updated_by]);
  const [related, logs, access, life, findings] = await Promise.all([
    relatedLists(viewer, model, record, found.mayAddTo, questions),
    logLists(viewer, model, record, found.mayAddTo),
    whoCanSee(viewer, model, key),
    loadLife(viewer, record),
    subjectReadiness(viewer, key),
  ]);
  return { record, key, showing: showingWith(await questions.answer(viewer)), related, logs, access, life, findings };
}

interface MainActionsProps {
  id: string;
  project: string | null;
  isAlive: boolean;
  logs: readonly LogListProps[];
}

/** What is done with a subject day by day; with a dead one, what was not noted yet. */
function MainActions({ id, project, isAlive, logs }: MainActionsProps) {
  const session = new URLSearchParams({ subject: id, ...(project ? { project } : {}) });
  const contexts = logs.flatMap((list) => list.logs.map(({ context }) => context));
  return (
    <>
      <Button asChild>
        <Link href={`/procedures/new?subject=${id}`}>
          <Plus aria-hidden />
          Procedure
        </Link>
      </Button>
      <LogEntryButton
        logs={contexts.filter(({ actions }) => actions !== null)}
        addHref={logs.find(({ addHref }) => addHref !== null)?.addHref ?? null}
      />
      <Button asChild {...(isAlive ? { variant: 'primary' } : {})}>
        <Link href={`/sessions/new?${session}`} {...(isAlive ? { 'data-shortcut': 'n' } : {})}>
          <Plus aria-hidden />
          New session
        </Link>
      </Button>
    </>
  );
}
