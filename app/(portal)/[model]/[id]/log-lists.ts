import 'server-only';
import { formPlace } from '@/components/form/draft';
import { entryLine } from '@/components/log/entry-line';
import type { LogListProps } from '@/components/log/log-list';
import { isInverse, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { mayCreate } from '@/lib/server/access';
import { getEnv } from '@/lib/server/env';
import { draftKeys } from '@/lib/server/operations/drafts';
import { rightsOn } from '@/lib/server/operations/get';
import { listRecords } from '@/lib/server/operations/list';
import { entrySummaries } from '@/lib/server/queries/entry-summaries';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { logFieldOf } from '../log-field';
import { logContext } from './log-context';
import { whoseLog } from './whose-log';

/** A record has one log of a kind, or a few. */
const logsShown = 100;

/** The logs that hang on a record, each with its newest entry; none for a record that has no logs. */
export async function logLists(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
  mayAdd: boolean,
): Promise<LogListProps[]> {
  const inverses = Object.values(model.fields).flatMap((field) => {
    const child = isInverse(field) ? modelNamed(field.of) : null;
    const log = child && logFieldOf(child);
    // A record that logs only mention (their protocol) lists them like anything else.
    return isInverse(field) && child && log && child.access.by === 'via' && child.access.field === field.by
      ? [{ field, child, log }]
      : [];
  });
  if (inverses.length === 0) return [];
  const whose = await whoseLog(viewer, model, record);
  return Promise.all(
    inverses.map(async ({ field, child, log }) => {
      const key = String(record.id);
      const filters = [{ path: [field.by], operator: 'exact' as const, values: [key] }];
      const list = { filters, sort: [], limit: logsShown, offset: 0, exclude: [log.name] };
      const { records } = await listRecords(viewer, child, list, 'none');
      const ids = records.map(({ id }) => String(id));
      const placeOf = (id: string) => formPlace(child.name, id);
      const [summaries, rights, titles, drafts] = await Promise.all([
        entrySummaries(viewer, child, ids),
        rightsOn(viewer, child, ids),
        new TitleQuestions().add(child.name, ids).answer(viewer),
        draftKeys(viewer, ids.map(placeOf)),
      ]);
      return {
        label: field.label,
        help: child.help,
        zone: getEnv().LAB_TIME_ZONE,
        addHref: mayAdd && mayCreate(viewer, child) ? `/${child.path}/new?${field.by}=${key}` : null,
        logs: records.map((one) => {
          const id = String(one.id);
          const title = titles[child.name]?.[id] ?? child.label;
          const begun = drafts.get(placeOf(id)) ?? [];
          const context = logContext(viewer, child, log, one, title, whose, rights.get(id)?.update ?? false, begun);
          const { count, newest } = summaries.get(id) ?? { count: 0, newest: null };
          const line = newest && {
            time: entryTime(newest),
            text: entryLine(log.field.family, context.type, newest),
          };
          return { context, href: `/${child.path}/${id}`, count, newest: line };
        }),
      };
    }),
  );
}
