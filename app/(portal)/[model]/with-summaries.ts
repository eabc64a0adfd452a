import 'server-only';
import type { ShownEntries } from '@/components/fields/entries';
import { entryLine } from '@/components/log/entry-line';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { entrySummaries } from '@/lib/server/queries/entry-summaries';
import type { Viewer } from '@/lib/server/viewer';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { logFieldOf } from './log-field';

/** The fields of a model that a list leaves out of its query: `withSummaries` puts something short in their place. */
export const summarisedFields = (model: Model): string[] => [logFieldOf(model)?.name ?? []].flat();

/** Records of logs, with the newest entry and the count in place of thousands of entries. */
export async function withSummaries(viewer: Viewer, model: Model, records: AnyRecord[]): Promise<AnyRecord[]> {
  const log = logFieldOf(model);
  if (!log) return records;
  const ids = records.map(({ id }) => String(id));
  const summaries = await entrySummaries(viewer, model, ids);
  return records.map((record) => {
    const { count = 0, newest = null } = summaries.get(String(record.id)) ?? {};
    const shown: ShownEntries = {
      count,
      time: newest && entryTime(newest),
      text: newest && entryLine(log.field.family, String(record[log.field.by]), newest),
    };
    return { ...record, [log.name]: shown };
  });
}
