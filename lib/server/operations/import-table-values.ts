import 'server-only';
import { levelFlags } from '@/lib/declare/kinds/grants';
import { levelNumber, levels, type Level } from '@/lib/declare/levels';
import { isReference, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { fallbackOf } from '@/lib/formats/tables/defaults';
import type { GivenRow } from '@/lib/formats/tables/read-rows';
import type { Column, EntryColumn, GrantColumn, Table } from '@/lib/formats/tables/table';
import type { NamedRecord } from '../queries/import-table-look-ups';
import type { FoundRecords } from './import-table-look-ups';

/** The level that a row gives somebody, with the column that says so. `key` is an e-mail address or a group's name. */
export type GivenLevel = {
  readonly field: GrantColumn['field'];
  readonly key: string;
  readonly level: Level;
  readonly column: string;
};

/** A row as input for the operations: ids in place of names. */
export type RowValues = {
  readonly row: number;
  /** By field, all that the row says. */
  readonly given: Readonly<Record<string, unknown>>;
  /** By field, what a new record gets besides. */
  readonly fallbacks: Readonly<Record<string, unknown>>;
  readonly levels: readonly GivenLevel[];
  /** The parts of a log's entry. */
  readonly entry: Readonly<Partial<Record<EntryColumn['part'], unknown>>>;
  /** The column from which each field and part comes. */
  readonly columns: Readonly<Record<string, string>>;
  /** What look-ups are called, by id, for reports. */
  readonly titles: ReadonlyMap<string, string>;
};

/** Puts what a row says into the fields of the model. */
export function valuesOf(table: Table, { row, given: cells }: GivenRow, found: FoundRecords): RowValues {
  const model = modelNamed(table.model);
  const given: Record<string, unknown> = {};
  const fallbacks: Record<string, unknown> = {};
  const entry: Record<string, unknown> = {};
  const columns: Record<string, string> = {};
  const titles = new Map<string, string>();
  const granted = new Map<string, GivenLevel>();
  const entries = Object.entries(table.columns);
  for (const [name, column] of entries) {
    const records = found.get(name) ?? [];
    for (const { id, names } of records) titles.set(id, names[0] ?? id);
    if (column.reads === 'value' && cells.has(name)) {
      Object.assign(given, { [column.field]: cells.get(name) }, column.implies);
      for (const implied of Object.keys(column.implies ?? {})) columns[implied] = name;
    }
    if (column.reads === 'entry' && cells.has(name)) entry[column.part] = cells.get(name);
    if (column.reads === 'grant') for (const record of records) giveLevel(granted, name, column, record);
    if (column.reads === 'look-up' && records.length > 0 && !(column.insteadOf && cells.has(column.insteadOf)))
      given[column.field] = linkOf(model, column.field, records);
    const key = filledBy(column);
    const known = key === null ? undefined : columns[key];
    if (key !== null && (known === undefined || (cells.has(name) && !cells.has(known)))) columns[key] = name;
  }
  for (const [, column] of entries)
    if (column.reads === 'value' && !(column.field in given) && column.fallback !== undefined)
      fallbacks[column.field] = fallbackOf(table, column, given.type);
  return { row, given, fallbacks, levels: [...granted.values()], entry, columns, titles };
}

/** The field, or the part of an entry, that a column fills. */
function filledBy(column: Column): string | null {
  if (column.reads === 'entry') return column.part;
  return column.reads === 'parent' || column.reads === 'facet' ? null : column.field;
}

function linkOf(model: Model, name: string, records: readonly NamedRecord[]): unknown {
  const field = model.fields[name];
  return field && isReference(field) ? records[0]?.id : records.map(({ id }) => id);
}

/** Somebody who is named in several columns gets the highest of the levels. */
function giveLevel(
  granted: Map<string, GivenLevel>,
  name: string,
  { field, level }: GrantColumn,
  { names }: NamedRecord,
): void {
  const [key = ''] = names;
  const known = granted.get(`${field} ${key}`);
  if (known && levelNumber(known.level) >= levelNumber(level)) return;
  granted.set(`${field} ${key}`, { field, key, level, column: name });
}

/** Levels as the access lists take them: `{users: {email: flags}}`. */
export function grantInput(given: readonly GivenLevel[]): Record<string, Record<string, unknown>> {
  const lists: Record<string, Record<string, unknown>> = {};
  for (const { field, key, level } of given) (lists[field] ??= {})[key] = levelFlags(level, levels);
  return lists;
}
