import 'server-only';
import { WeekBars } from '@/components/charts/week-bars';
import { RecordMeta } from '@/components/detail/record-meta';
import { RelatedLists } from '@/components/detail/related-lists';
import { ChangeList } from '@/components/models/project/change-list';
import { ProjectFacts } from '@/components/models/project/project-facts';
import { ProjectPeople } from '@/components/models/project/project-people';
import { StorageList } from '@/components/models/project/storage-list';
import { areGiven, GivenFields } from '@/components/public/given-fields';
import { Card } from '@/components/ui/card';
import { viewOf } from '@/lib/declare/view';
import { modelNamed, models } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import { listGrants } from '@/lib/server/operations/who-sees';
import { withPeopleNamed } from '@/lib/server/queries/person-names';
import { projectOverview } from '@/lib/server/queries/project-overview';
import { changesIn } from '@/lib/server/queries/recent-changes';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { withCleanText } from '@/lib/server/rich-text';
import type { UserViewer } from '@/lib/server/viewer';
import type { LoadedRecord } from '../../[model]/[id]/load-record';
import { relatedLists } from '../../[model]/[id]/related';
import { showingWith } from '../../[model]/load';

const { project } = models;
const weeksShown = 26;
const changesShown = 8;
/** What stands elsewhere on the page. */
const elsewhere = ['name', 'is_public'];

interface ProjectBodyProps {
  viewer: UserViewer;
  found: LoadedRecord;
  historyHref: string | null;
}

/** What a project holds, who is on it, and what has happened in it. */
export async function ProjectBody({ viewer, found: { record: raw, mayAddTo, rights }, historyHref }: ProjectBodyProps) {
  const record = withCleanText(models.project, raw);
  const id = String(record.id);
  const zone = getEnv().LAB_TIME_ZONE;
  const questions = new TitleQuestions()
    .addRecords(project, [record])
    .add('user', [record.created_by, record.updated_by]);
  const [overview, access, changes, related, named] = await Promise.all([
    projectOverview(viewer, id, { weeks: weeksShown, until: 'now' }),
    listGrants(viewer, project, id),
    changesIn(viewer, id, changesShown),
    relatedLists(viewer, project, record, mayAddTo, questions),
    withPeopleNamed(project, record),
  ]);
  const showing = showingWith(await questions.answer(viewer));
  const weeks = overview?.weeks ?? [];
  const lines = changes.map((change) => {
    const { path, icon, label } = modelNamed(change.model);
    return { ...change, href: `/${path}/${change.id}`, icon, kind: label };
  });
  return (
    <div className="flex flex-col gap-8 xl:flex-row">
      <div className="min-w-0 flex-1">
        {overview ? <ProjectFacts overview={overview} people={access.people.length} /> : null}
        {weeks.some(({ count }) => count > 0) ? (
          <Card title="Sessions by week" description={`The last ${weeksShown} weeks`}>
            <WeekBars
              title={`Sessions by week, the last ${weeksShown} weeks`}
              weeks={weeks.map(({ start, count }) => ({ start, counts: [count] }))}
              series={['Sessions']}
            />
          </Card>
        ) : null}
        {areGiven(viewOf(project), named, elsewhere) ? (
          <Card title="About">
            <GivenFields view={viewOf(project)} record={named} showing={showing} without={elsewhere} />
          </Card>
        ) : null}
        <RelatedLists lists={related} showing={showing} />
      </div>
      <aside aria-label="About this project" className="w-full shrink-0 xl:w-72">
        <ProjectPeople id={id} access={access} mayManage={rights.manage} />
        <Card title="Storages" className="text-sm">
          <StorageList storages={overview?.storages ?? []} />
        </Card>
        <Card title="Last changes" className="text-sm">
          <ChangeList changes={lines} zone={zone} />
        </Card>
        <RecordMeta record={record} showing={showing} historyHref={historyHref} />
      </aside>
    </div>
  );
}
