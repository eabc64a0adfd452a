import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import type { Change, Choice, RowStatus } from '@/lib/formats/tables/report';
import type { Table } from '@/lib/formats/tables/table';
import type { Executor } from '../db/sql';
import { labelled } from '../rules/candidates';
import type { UserViewer } from '../viewer';
import { createRecord } from './create';
import { differencesOf, mergeInputs, saysTheSame } from './import-table-compare';
import { importEntry } from './import-table-entry';
import type { KnownRecords } from './import-table-known';
import { grantInput, type RowValues } from './import-table-values';
import { updateRecord } from './update';

/** What importing one row needs to know. */
export type RowContext = {
  readonly tx: Executor;
  readonly viewer: UserViewer;
  readonly table: Table;
  readonly known: KnownRecords;
  readonly isTrial: boolean;
  readonly choiceFor: (row: number) => Choice;
};

/** One thing that was written; `data` is what undoing needs. */
export type Written = {
  readonly action: 'create' | 'update' | 'entry';
  readonly id: string;
  /** The record's version before; null for a new one. */
  readonly base: number | null;
  readonly data: unknown;
};

export type RowOutcome = {
  readonly status: Exclude<RowStatus, 'invalid' | 'unchecked'>;
  readonly title: string;
  readonly id: string;
  readonly changes: readonly Change[];
  readonly isChoice: boolean;
  readonly written: readonly Written[];
  /** What a person should know of, by column. */
  readonly notice?: { readonly column: string; readonly message: string };
};

/** Imports one row through the ordinary operations. @throws AppError for whatever the portal refuses. */
export async function importRow(context: RowContext, values: RowValues): Promise<RowOutcome> {
  const { table, known } = context;
  const record = recordFor(context, values);
  if (!record) {
    const created = await createFrom(context, values);
    known.put(created);
    return importEntry(context, values, created, createdOutcome(table, values, created));
  }
  const outcome = 'key' in table.same ? await changeFrom(context, values, record) : unchanged(table, values, record);
  return importEntry(context, values, record, outcome);
}

/** What a row came to that made a new record. */
export const createdOutcome = (table: Table, values: RowValues, { id }: Pick<AnyRecord, 'id'>): RowOutcome => ({
  status: 'create',
  title: titleOf(table, values),
  id: String(id),
  changes: [],
  isChoice: false,
  written: [{ action: 'create', id: String(id), base: null, data: null }],
});

/** The record that the row is the same as, or null. @throws AppError invalid where that can't be said. */
export function recordFor({ table, known }: Pick<RowContext, 'table' | 'known'>, values: RowValues): AnyRecord | null {
  const candidates = known.for(values);
  if ('key' in table.same) {
    const [record, other] = candidates;
    if (!other) return record ?? null;
    throw new AppError('invalid', {
      message: `The projects named have different records called “${titleOf(table, values)}”: name one project in each row.`,
    });
  }
  const also = table.same.always ?? [];
  return candidates.find((candidate) => saysTheSame(table, values, also, candidate)) ?? null;
}

/** What a new record is made of, access lists apart. */
export const inputOf = ({ fallbacks, given }: RowValues): Record<string, unknown> => ({ ...fallbacks, ...given });

function createFrom({ tx, viewer, table, isTrial }: RowContext, values: RowValues): Promise<AnyRecord> {
  // Whoever creates a record owns it; a lower level for them says nothing new.
  const others = values.levels.filter(
    ({ field, key }) => field !== 'users' || key.toLowerCase() !== viewer.email.toLowerCase(),
  );
  const lists = grantInput(others);
  const input = { ...inputOf(values), ...lists };
  return createRecord(viewer, modelNamed(table.model), input, { tx, isTrial, withGrants: others.length > 0 });
}

/** What a row would change in the record that it is the same as. */
export type PlannedChange = {
  readonly record: AnyRecord;
  /** What becomes of the row, as long as nothing is written. */
  readonly outcome: RowOutcome;
  /** What `update` takes, and what sets it back; null where there is nothing to write. */
  readonly change: { readonly input: Readonly<Record<string, unknown>>; readonly undo: unknown } | null;
};

/** @throws AppError invalid for values that the record can't take. */
export function planChange(
  { table, known, choiceFor }: Pick<RowContext, 'table' | 'known' | 'choiceFor'>,
  values: RowValues,
  record: AnyRecord,
): PlannedChange {
  const differences = differencesOf(table, values, record, known.titles);
  const choice = choiceFor(values.row);
  const written = differences.filter(({ isFree }) => isFree || choice === 'update');
  const outcome: RowOutcome = {
    ...unchanged(table, values, record),
    status: written.length > 0 ? 'update' : differences.length > 0 ? 'keep' : 'unchanged',
    changes: differences.map(({ column, label, before, after }) => ({ column, label, before, after })),
    isChoice: differences.some(({ isFree }) => !isFree),
  };
  const input = mergeInputs(written.map((one) => one.input));
  const undo = mergeInputs(written.map((one) => one.undo));
  return { record, outcome, change: written.length > 0 ? { input, undo } : null };
}

/** What became of the row, once `after` was written. */
export function changedOutcome({ known }: RowContext, planned: PlannedChange, after: AnyRecord): RowOutcome {
  const { record, outcome, change } = planned;
  known.put({ ...record, ...after });
  const data = change?.undo ?? null;
  return { ...outcome, written: [{ action: 'update', id: String(record.id), base: record.version, data }] };
}

async function changeFrom(context: RowContext, values: RowValues, record: AnyRecord): Promise<RowOutcome> {
  const planned = planChange(context, values, record);
  if (!planned.change) return planned.outcome;
  const { tx, viewer, table } = context;
  const options = { tx, version: record.version };
  const after = await updateRecord(viewer, modelNamed(table.model), record.id, planned.change.input, options);
  return changedOutcome(context, planned, after);
}

const unchanged = (table: Table, values: RowValues, record: AnyRecord): RowOutcome => ({
  status: 'unchanged',
  title: titleOf(table, values),
  id: String(record.id),
  changes: [],
  isChoice: false,
  written: [],
});

/** What the record is called, as far as the row says. */
export function titleOf(table: Table, { given }: RowValues): string {
  const model = modelNamed(table.model);
  const title = given[model.title];
  return typeof title === 'string' ? labelled(model, title) : model.label;
}
