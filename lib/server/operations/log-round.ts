import 'server-only';
import { levelNumber } from '@/lib/declare/levels';
import type { RoundInput, RoundSubject, RoundWritten } from '@/lib/declare/log-round';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { AnyRecord } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { entryTime } from '@/lib/vocabularies/entry-time';
import type { Quantity } from '@/lib/vocabularies/types';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { transaction, type Executor } from '../db/sql';
import { entrySummaries } from '../queries/entry-summaries';
import type { ListQuery } from '../queries/list';
import type { UserViewer } from '../viewer';
import { createRecord } from './create';
import { getRecord } from './get';
import { limitMax, listRecords } from './list';
import { addEntry, removeEntry } from './log-entries';
import { removeRecord } from './remove';

const { subject, subjectlog } = models;
const withoutEntries = ['entries'];

type Log = { readonly id: string; readonly subject: string; readonly last: RoundSubject['last'] };

function lastOf({ field }: MeasuredType, entry: LogEntry): RoundSubject['last'] {
  const { value, unit } = (entry.details[field.key] ?? {}) as Partial<Quantity>; // stored checked
  return { time: entryTime(entry), text: value === undefined || value === null ? '' : `${value} ${unit ?? ''}`.trim() };
}

/** The logs of a type that the viewer reads of those subjects; of each subject the one with the newest entry first. */
async function logsOf(viewer: UserViewer, type: MeasuredType, ids: readonly string[]): Promise<Log[]> {
  if (ids.length === 0) return [];
  const { records } = await listRecords(
    viewer,
    subjectlog,
    {
      filters: [
        { path: ['subject'], operator: 'in', values: [...ids] },
        { path: ['type'], operator: 'in', values: [type.code] },
      ],
      sort: [{ field: 'created_at', descending: true }],
      limit: limitMax,
      offset: 0,
      exclude: withoutEntries,
    },
    'none',
  );
  const summaries = await entrySummaries(
    viewer,
    subjectlog,
    records.map(({ id }) => String(id)),
  );
  return records
    .map((record): Log => {
      const newest = summaries.get(String(record.id))?.newest ?? null;
      return {
        id: String(record.id),
        subject: String(record.subject),
        last: newest && lastOf(type, newest),
      };
    })
    .toSorted((a, b) => ((a.last?.time ?? '') < (b.last?.time ?? '') ? 1 : -1));
}

const mayAdd = ({ level }: AnyRecord): boolean => typeof level === 'number' && level >= levelNumber('contributor');

/** The subjects of a list in its order, with what was noted of each last. Those out of the viewer's sight are left out. */
export async function readRound(viewer: UserViewer, type: MeasuredType, list: ListQuery): Promise<RoundSubject[]> {
  const { records } = await listRecords(viewer, subject, { ...list, withLevel: true }, 'none');
  const logs = await logsOf(
    viewer,
    type,
    records.map(({ id }) => String(id)),
  );
  return records.map((record) => ({
    id: String(record.id),
    name: String(record.name),
    last: logs.find((log) => log.subject === record.id)?.last ?? null,
    isOpen: mayAdd(record),
  }));
}

/**
 * Adds one entry to a log of each subject, beginning a log where there is none: all or nothing, in one transaction.
 * @throws AppError invalid with a problem below the id of each subject that can't be noted.
 */
export async function writeRound(
  viewer: UserViewer,
  type: MeasuredType,
  { time, entries }: RoundInput,
): Promise<RoundWritten> {
  const logs = await logsOf(
    viewer,
    type,
    entries.map((entry) => entry.subject),
  );
  return transaction(async (tx) => {
    const written: { id: string; isNew: boolean }[] = [];
    const problems: Problem[] = [];
    for (const entry of entries) {
      const known = logs.find((log) => log.subject === entry.subject);
      try {
        const id = known?.id ?? (await beginLog(tx, viewer, type, entry.subject));
        const details = { [type.field.key]: { value: entry.value, unit: type.unit } };
        await addEntry(
          viewer,
          subjectlog,
          id,
          { date_time: time, details, notes: entry.notes, performed_by: viewer.number },
          { tx },
        );
        written.push({ id, isNew: !known });
      } catch (error) {
        problems.push(...problemsOf(error, entry.subject));
      }
    }
    if (problems.length > 0) throw new AppError('invalid', { problems });
    return { time, logs: written };
  });
}

async function beginLog(tx: Executor, viewer: UserViewer, type: MeasuredType, id: string): Promise<string> {
  return String((await createRecord(viewer, subjectlog, { subject: id, type: type.code }, { tx })).id);
}

/** What one entry ran into, below the id of its subject. What is no fault of the input ends the round. */
function problemsOf(error: unknown, id: string): Problem[] {
  if (!(error instanceof AppError) || error.status >= 500 || error.cause !== undefined) throw error;
  const all = error.problems.length > 0 ? error.problems : [{ path: '', code: error.code, message: error.message }];
  return all.map((problem) => ({ ...problem, path: id }));
}

/** Takes a round back, all of it or nothing: its entries, and the logs that it began, if nothing else is in them. */
export async function undoRound(viewer: UserViewer, { time, logs }: RoundWritten): Promise<void> {
  await transaction(async (tx) => {
    for (const { id, isNew } of logs) {
      await removeEntry(viewer, subjectlog, id, { date_time: time }, { tx });
      const { entries } = await getRecord(viewer, subjectlog, id, {}, tx);
      if (isNew && Array.isArray(entries) && entries.length === 0) await removeRecord(viewer, subjectlog, id, { tx });
    }
  });
}
