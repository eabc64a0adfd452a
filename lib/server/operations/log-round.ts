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
import { getReadPool } from '../db/pool';
import { transaction, type Executor } from '../db/sql';
import type { ListQuery } from '../queries/list';
import { logsOfType } from '../queries/logs-of-type';
import type { UserViewer } from '../viewer';
import { createRecord } from './create';
import { getRecord } from './get';
import { listRecords } from './list';
import { lockRows } from './lock';
import { addEntry, removeEntry } from './log-entries';
import { removeRecord } from './remove';

const { subject, subjectlog } = models;

function lastOf({ field }: MeasuredType, newest: LogEntry | null | undefined): RoundSubject['last'] {
  if (!newest) return null;
  const { value, unit } = (newest.details[field.key] ?? {}) as Partial<Quantity>; // stored checked
  const text = value === undefined || value === null ? '' : `${value} ${unit ?? ''}`.trim();
  return { time: entryTime(newest), text };
}

const mayAdd = ({ level }: AnyRecord): boolean => typeof level === 'number' && level >= levelNumber('contributor');

/** The subjects of a list in its order, with what was noted of each last. Those out of the viewer's sight are left out. */
export async function readRound(viewer: UserViewer, type: MeasuredType, list: ListQuery): Promise<RoundSubject[]> {
  const { records } = await listRecords(viewer, subject, { ...list, withLevel: true }, 'none');
  const ids = records.map(({ id }) => String(id));
  const logs = await logsOfType(getReadPool(), viewer, type.code, ids);
  return records.map((record) => ({
    id: String(record.id),
    name: String(record.name),
    last: lastOf(type, logs.find((log) => log.subject === record.id)?.newest),
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
  const ids = entries.map((entry) => entry.subject);
  if (new Set(ids).size < ids.length)
    throw new AppError('invalid', { message: 'A subject stands twice in this round: note it once.' });
  return transaction(async (tx) => {
    // Two rounds at once would begin two logs of one animal.
    await lockRows(tx, viewer, subject, ids);
    const logs = await logsOfType(tx, viewer, type.code, ids);
    const written: { id: string; version: number; isNew: boolean }[] = [];
    const problems: Problem[] = [];
    for (const entry of entries) {
      const known = logs.find((log) => log.subject === entry.subject);
      try {
        const id = known?.id ?? (await beginLog(tx, viewer, type, entry.subject));
        const details = { [type.field.key]: { value: entry.value, unit: type.unit } };
        const input = { date_time: time, details, notes: entry.notes, performed_by: viewer.number };
        const log = JSON.parse(await addEntry(viewer, subjectlog, id, input, { tx })) as AnyRecord; // built from the declaration
        written.push({ id, version: log.version, isNew: !known });
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

function asConflict(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'stale') throw error;
  throw new AppError('conflict', { message: 'Somebody has changed one of these logs since, so nothing was undone.' });
}

/** Takes a round back, all of it or nothing: its entries, and the logs that it began, if nothing else is in them. */
export async function undoRound(viewer: UserViewer, { time, logs }: RoundWritten): Promise<void> {
  await transaction(async (tx) => {
    for (const { id, version, isNew } of logs) {
      await removeEntry(viewer, subjectlog, id, { date_time: time }, { tx, version }).catch(asConflict);
      const { entries } = await getRecord(viewer, subjectlog, id, {}, tx);
      if (isNew && Array.isArray(entries) && entries.length === 0) await removeRecord(viewer, subjectlog, id, { tx });
    }
  });
}
