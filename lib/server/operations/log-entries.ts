import 'server-only';
import type { EntriesField, LogEntry } from '@/lib/declare/kinds/entries';
import type { AnyRecord, Field, Model } from '@/lib/declare/model';
import { describe, type Problem } from '@/lib/declare/problem';
import { parseInstant } from '@/lib/declare/time';
import { AppError, invalid } from '@/lib/errors';
import { checkEntry, entryKeyOf } from '@/lib/vocabularies/check-entry';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { auditUpdate } from '../audit';
import { queryOne, sql, transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { getText } from './get';
import { refuseUnlessAsked } from './list';
import { lockRecord } from './lock';
import { updateRow } from './write';

/** Entries of one log; a laboratory that weighs daily needs ten years for as many. */
const entriesMax = 5000;

export type EntryOptions = {
  /** Inside a larger transaction. */
  readonly tx?: Executor;
  /** The version of the log that the change is based on. */
  readonly version?: number;
};
type Input = Readonly<Record<string, unknown>>;
type Log = { readonly field: EntriesField; readonly type: string; readonly entries: readonly LogEntry[] };

const isEntries = (field: Field): field is EntriesField => field.kind === 'entries';

/** Adds an entry and answers the whole log as JSON text. A time that an entry has already is `invalid`. */
export const addEntry = (viewer: Viewer, model: Model, id: string | number, input: unknown, options?: EntryOptions) =>
  changeLog(viewer, model, id, options, async (log, tx) => {
    const { entry, version, problems } = checkEntry(log.field.family, log.type, objectIn(input));
    await refuse([...problems, ...(await personProblem(tx, entry))]);
    refuseTwin(log, entryTime(entry));
    if (log.entries.length >= entriesMax)
      throw invalid('entries', 'max', `A log has at most ${entriesMax} entries: begin another.`);
    return { entries: [...log.entries, entry], version };
  });

/** Adds many entries to a log at once, for seeding; all problems at once, each below the place of its entry. */
export const addEntries = (
  viewer: Viewer,
  model: Model,
  id: string | number,
  inputs: readonly unknown[],
  options?: EntryOptions,
) =>
  changeLog(viewer, model, id, options, async (log) => {
    const checked = inputs.map((input) => checkEntry(log.field.family, log.type, objectIn(input)));
    await refuse(
      checked.flatMap(({ problems }, place) =>
        problems.map((problem) => ({ ...problem, path: `${place}.${problem.path}` })),
      ),
    );
    const entries = [...log.entries, ...checked.map(({ entry }) => entry)];
    if (new Set(entries.map(entryTime)).size < entries.length)
      throw invalid('entries', 'not-unique', 'Two entries of a log have the same time.');
    return { entries, version: checked.at(-1)?.version ?? null };
  });

/** Changes the keys that are sent of the entry with that time; `new_date_time` moves it. */
export const changeEntry = (
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  options?: EntryOptions,
) =>
  changeLog(viewer, model, id, options, async (log, tx) => {
    const { new_date_time: moved, ...given } = objectIn(input);
    const found = entryAt(log, given);
    const key = entryKeyOf(log.field.family, log.type);
    const { date_time: _, ...rest } = given;
    const changed = { ...found, ...rest, [key]: moved ?? entryTime(found) };
    const { entry, version, problems } = checkEntry(log.field.family, log.type, changed);
    await refuse([...problems, ...(await personProblem(tx, entry))]);
    if (entryTime(entry) !== entryTime(found)) refuseTwin(log, entryTime(entry));
    return { entries: [...log.entries.filter((one) => one !== found), entry], version };
  });

/** Removes the entry with that time. */
export const removeEntry = (
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  options?: EntryOptions,
) =>
  changeLog(viewer, model, id, options, async (log) => {
    const found = entryAt(log, objectIn(input));
    return { entries: log.entries.filter((one) => one !== found), version: null };
  });

async function changeLog(
  viewer: Viewer,
  model: Model,
  id: string | number,
  { tx: outer, version: wanted }: EntryOptions = {},
  change: (log: Log, tx: Executor) => Promise<{ entries: readonly LogEntry[]; version: string | null }>,
): Promise<string> {
  refuseUnlessAsked(viewer, model);
  const work = async (tx: Executor): Promise<string> => {
    const locked = await lockRecord(tx, viewer, model, id);
    const current = JSON.parse(locked.record) as AnyRecord; // built from the declaration
    if (!locked.update)
      throw new AppError('forbidden', {
        message: `You may read this ${model.label.toLowerCase()}; only contributors and above may change it.`,
      });
    if (wanted !== undefined && wanted !== locked.version)
      throw new AppError('stale', { data: { current, version: locked.version } });
    const [name, field] = Object.entries(model.fields).find(([, one]) => isEntries(one)) ?? [];
    if (!name || !field || !isEntries(field)) throw new AppError('not_found');
    const log = { field, type: String(current[field.by]), entries: (current[name] ?? []) as LogEntry[] }; // stored checked
    const { entries, version } = await change(log, tx);
    const sorted = entries.toSorted((a, b) => (entryTime(a) < entryTime(b) ? 1 : -1));
    await updateRow(tx, viewer, model, locked.id, {
      [name]: sorted,
      ...(version === null ? {} : { type_schema_version: version }),
    });
    const record = await getText(viewer, model, locked.id, {}, tx);
    await auditUpdate(tx, viewer, model, locked, record);
    return record;
  };
  return outer ? work(outer) : transaction(work);
}

function objectIn(input: unknown): Input {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Input; // checked here
  throw new AppError('invalid', { message: `Expected an object with the keys of an entry, found ${describe(input)}.` });
}

async function refuse(problems: readonly Problem[]): Promise<void> {
  if (problems.length > 0) throw new AppError('invalid', { problems });
}

function refuseTwin(log: Log, time: string): void {
  if (!log.entries.some((one) => entryTime(one) === time)) return;
  const key = entryKeyOf(log.field.family, log.type);
  throw invalid(
    key,
    'not-unique',
    `This log has an entry at ${time} already: change that one, or choose another time.`,
  );
}

function entryAt(log: Log, input: Input): LogEntry {
  const key = entryKeyOf(log.field.family, log.type);
  const given = input[key] ?? input.date_time;
  const time = typeof given === 'string' ? parseInstant(given) : null;
  if (time === null)
    throw invalid(
      key,
      'required',
      `Expected the time of the entry, such as 2026-03-14T09:30:00Z, found ${describe(given)}.`,
    );
  const found = log.entries.find((one) => entryTime(one) === time);
  if (!found) throw invalid(key, 'unknown', `This log has no entry at ${time}.`);
  return found;
}

async function personProblem(tx: Executor, { performed_by: person }: LogEntry): Promise<Problem[]> {
  if (person === null) return [];
  const found = await queryOne(sql`SELECT 1 FROM "user" u WHERE u.number = ${person} AND u.live`, tx);
  return found
    ? []
    : [{ path: 'performed_by', code: 'unknown-reference', message: `There is no user with the id “${person}”.` }];
}
