import 'server-only';
import { RecentRecords } from '@/components/detail/recent-records';
import type { Model } from '@/lib/declare/model';
import { viewOf } from '@/lib/declare/view';
import { models } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { showingWith } from '../[model]/load';

const shown = [
  {
    model: models.session,
    columns: ['name', 'subjects', 'date_time', 'projects', 'experimenter'],
    sort: 'date_time',
    limit: 8,
  },
  { model: models.subject, columns: ['name', 'strain', 'sex', 'status'], sort: 'updated_at', limit: 6 },
] as const;

async function latest(viewer: UserViewer, model: Model, columns: readonly string[], sort: string, limit: number) {
  const exclude = Object.keys(model.fields).filter((name) => !columns.includes(name));
  const list = { filters: [], sort: [{ field: sort, descending: true }], limit, offset: 0, exclude, withEnds: true };
  return (await listRecords(viewer, model, list, 'none')).records;
}

/** The latest sessions and the subjects that changed last. */
export async function Recent({ viewer }: { viewer: UserViewer }) {
  const lists = await Promise.all(
    shown.map(({ model, columns, sort, limit }) => latest(viewer, model, columns, sort, limit)),
  );
  const questions = new TitleQuestions();
  shown.forEach(({ model, columns }, index) => questions.addRecords(model, lists[index] ?? [], columns));
  const showing = showingWith(await questions.answer(viewer));
  return shown.map(({ model, columns }, index) => (
    <RecentRecords
      key={model.name}
      view={viewOf(model)}
      names={columns}
      records={lists[index] ?? []}
      showing={showing}
    />
  ));
}
