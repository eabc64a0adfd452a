import 'server-only';
import { deathOf } from '@/lib/declare/death';
import { levelNumber } from '@/lib/declare/levels';
import type { OfferedSubject, RoundInput, RoundSubject, RoundWritten } from '@/lib/declare/log-round';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { baselineOf, inUnit, isWeight, weightsOf } from '@/lib/declare/measures';
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
import { notedSince, weighedUnderRestriction } from '../queries/round';
import type { UserViewer } from '../viewer';
import { createRecord } from './create';
import { getRecord } from './get';
import { listRecords } from './list';
import { lockRows } from './lock';
import { addEntry, removeEntry } from './log-entries';
import { removeRecord } from './remove';

const { subject, subjectlog } = models;

function lastOf({ field, unit: asked }: MeasuredType, newest: LogEntry | null | undefined): RoundSubject['last'] {
  if (!newest) return null;
  const quantity = (newest.details[field.key] ?? {}) as Partial<Quantity>; // stored checked
  const { value, unit } = quantity;
  const text = value === undefined || value === null ? '' : `${value} ${unit ?? ''}`.trim();
  return { time: entryTime(newest), text, value: inUnit(quantity, asked) };
}

async function baselinesOf(viewer: UserViewer, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await weighedUnderRestriction(viewer, ids);
  return new Map(
    known.flatMap(({ subject: id, logs, sessions }) => {
      const baseline = baselineOf(logs, weightsOf({ logs, sessions }));
      return baseline ? [[id, baseline.value] as const] : [];
    }),
  );
}

/** What a round shows of a subject; the rest of its record need not be asked for. */
export const roundFields = [subject.title, 'status', 'death_date'];

const mayAdd = ({ level }: AnyRecord): boolean => typeof level === 'number' && level >= levelNumber('contributor');

type Noted = Omit<RoundSubject, 'baseline'>;

async function readNoted(viewer: UserViewer, type: MeasuredType, list: ListQuery): Promise<Noted[]> {
  const { records } = await listRecords(viewer, subject, { ...list, withLevel: true }, 'none');
  const ids = records.map(({ id }) => String(id));
  const logs = await logsOfType(getReadPool(), viewer, type.code, ids);
  return records.map((record) => ({
    id: String(record.id),
    name: String(record.name),
    last: lastOf(type, logs.find((log) => log.subject === record.id)?.newest),
    died: deathOf(record),
    isOpen: mayAdd(record),
  }));
}

/** The subjects of a list in its order, with what was noted of each last. Those out of the viewer's sight are left out. */
export async function readRound(viewer: UserViewer, type: MeasuredType, list: ListQuery): Promise<RoundSubject[]> {
  const noted = await readNoted(viewer, type, list);
  const ids = noted.map(({ id }) => id);
  const baselines = isWeight(type) && ids.length > 0 ? await baselinesOf(viewer, ids) : null;
  return noted.map((one) => ({ ...one, baseline: baselines?.get(one.id) ?? null }));
}

const offeredDays = 30;
const dayMilliseconds = 86_400_000;

/**
 * The living subjects that a round can begin with: those of the viewer's last round, then others of which something of the type was noted in
 * the last weeks. The last round of a person is what they noted on the last day on which they noted anything.
 */
export async function offerRound(viewer: UserViewer, type: MeasuredType, max: number): Promise<OfferedSubject[]> {
  const since = new Date(Date.now() - offeredDays * dayMilliseconds).toISOString();
  const lately = await notedSince(viewer, type.code, since, max);
  const ids = lately.map(({ id }) => id);
  const list = {
    filters: [{ path: ['id'], operator: 'in' as const, values: ids }],
    sort: [],
    limit: max,
    offset: 0,
    exclude: Object.keys(subject.fields).filter((name) => !roundFields.includes(name)),
  };
  const found = ids.length > 0 ? await readNoted(viewer, type, list) : [];
  return lately.flatMap(({ id, isMine }) => {
    const one = found.find((other) => other.id === id && other.isOpen);
    return one ? [{ ...one, wasMine: isMine }] : [];
  });
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
  throw new AppError('conflict', { message: 'One of these logs has been changed since, so nothing was undone.' });
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
