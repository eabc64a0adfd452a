import 'server-only';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { AnyRecord } from '@/lib/declare/model';
import { invalid } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { emptyDetails } from '@/lib/vocabularies/check-details';
import { checkEntry, entryKeyOf } from '@/lib/vocabularies/check-entry';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { stable } from './stable-json';
import type { RowContext, RowOutcome } from './import-table-row';
import type { RowValues } from './import-table-values';
import { addEntry } from './log-entries';

const hourMilliseconds = 3_600_000;

/** Adds the entry that a row of a log describes, if it does. An entry at the same time is that entry, and stays. */
export async function importEntry(
  { tx, viewer, table, known }: RowContext,
  values: RowValues,
  log: AnyRecord,
  outcome: RowOutcome,
): Promise<RowOutcome> {
  if (Object.keys(values.entry).length === 0) return outcome;
  const input = entryInput(values, String(log.type));
  const { entry } = checkEntry('subjectlog', String(log.type), input);
  const there = (log.entries as readonly LogEntry[]).find((one) => entryTime(one) === entryTime(entry)); // stored checked
  if (there) {
    const says = (one: LogEntry) => stable({ end: one.end_date_time, notes: one.notes, details: one.details });
    if (says(there) === says(entry)) return outcome;
    const column = values.columns[entryKeyOf('subjectlog', String(log.type))] ?? '';
    return {
      ...outcome,
      notice: { column, message: 'The log has an entry at this time, with other values: it stays as it is.' },
    };
  }
  const model = modelNamed(table.model);
  const after = JSON.parse(await addEntry(viewer, model, log.id, input, { tx })) as AnyRecord; // built from the declaration
  known.put({ ...log, ...after });
  const added = (after.entries as readonly LogEntry[]).find((one) => entryTime(one) === entryTime(entry)); // as above
  const isNewLog = outcome.written.some(({ action }) => action === 'create');
  return {
    ...outcome,
    status: 'create',
    // What hangs on a new log goes with it.
    written: isNewLog
      ? outcome.written
      : [...outcome.written, { action: 'entry', id: String(log.id), base: log.version, data: added }],
  };
}

/** The parts of an entry as the type of the log wants them. @throws AppError invalid where the columns don't fit the type. */
function entryInput(values: RowValues, type: string): Record<string, unknown> {
  const { date_time, start_date_time, end_date_time, notes, details } = values.entry;
  const key = entryKeyOf('subjectlog', type);
  const isInterval = key === 'start_date_time';
  if (isInterval ? date_time !== undefined : start_date_time !== undefined || end_date_time !== undefined) {
    const wrong = isInterval ? 'date_time' : start_date_time !== undefined ? 'start_date_time' : 'end_date_time';
    const shape = isInterval ? 'has a start and an end' : 'is of one moment';
    throw invalid(wrong, 'entry-shape', `“${type}” ${shape}: put its time into the column ${values.columns[key]}.`);
  }
  const time = isInterval ? start_date_time : date_time;
  if (time === undefined)
    throw invalid(key, 'required', `An entry needs its time, in the column ${values.columns[key]}.`);
  const end = end_date_time ?? new Date(Date.parse(String(time)) + hourMilliseconds).toISOString();
  return {
    [key]: time,
    ...(isInterval ? { end_date_time: end } : {}),
    ...(notes === undefined ? {} : { notes }),
    details: details ?? emptyDetails('subjectlog', type),
  };
}
