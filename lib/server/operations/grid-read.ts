import 'server-only';
import type { SentRow } from '@/lib/declare/grid';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { readGrid } from '@/lib/formats/grid/read';
import { linksIn, type TitleOf } from '@/lib/formats/grid/texts';
import type { Names } from '@/lib/formats/tables/cells';
import type { GivenRow } from '@/lib/formats/tables/read-rows';
import type { CellProblem } from '@/lib/formats/tables/report';
import { isRelation, type Table } from '@/lib/formats/tables/table';
import type { Executor } from '../db/sql';
import type { NamedRecord } from '../queries/import-table-look-ups';
import type { Viewer } from '../viewer';
import { lookUpAll, type FoundRecords } from './import-table-look-ups';
import { valuesOf } from './import-table-values';

/** What a row means: values by field, ids in place of names; an emptied cell is null. */
export type GridValues = { readonly row: number; readonly values: Readonly<Record<string, unknown>> };
export type GridMeaning = {
  readonly rows: readonly GridValues[];
  readonly problems: readonly CellProblem[];
  readonly found: ReadonlyMap<number, FoundRecords>;
};

export type GridContext = {
  readonly tx: Executor;
  readonly viewer: Viewer;
  readonly model: Model;
  readonly table: Table;
};

/** Reads the rows of a grid as those of an imported table are read, on top of the records that they change. */
export async function readGridRows(
  context: GridContext,
  sent: readonly SentRow[],
  current: ReadonlyMap<string, AnyRecord>,
  titleOf: TitleOf,
): Promise<GridMeaning> {
  const { table, model } = context;
  const { rows: read, problems } = readGrid(table, sent);
  const known = new Map<number, FoundRecords>();
  const rows = read.map((row) => {
    const record = current.get(sent[row.row]?.id ?? '');
    if (!record) return row;
    const linked = linkedRecords(table, model, record, titleOf);
    known.set(row.row, new Map([...linked].filter(([name]) => !row.texts.has(name))));
    return { ...row, given: pinned(row, linked) };
  });
  const looked = await lookUpAll(context, rows, known);
  return {
    rows: rows.map((row) => ({ row: row.row, values: valuesAt(table, model, sent[row.row], row, looked.found) })),
    problems: [...problems, ...looked.problems],
    found: looked.found,
  };
}

/** What a record links, by column. */
function linkedRecords(
  table: Table,
  model: Model,
  record: AnyRecord,
  titleOf: TitleOf,
): ReadonlyMap<string, readonly NamedRecord[]> {
  return new Map(
    Object.entries(table.columns).flatMap(([name, column]) => {
      const field = model.fields[name];
      if (!isRelation(column) || !field) return [];
      const { model: target, ids } = linksIn(field, record[name]);
      return [[name, ids.map((id) => ({ id, names: [titleOf(target, id) ?? id], homes: [] }))] as const];
    }),
  );
}

/** A name of what the record links already still means that very record, whoever else is called so. */
function pinned(
  { given }: GivenRow,
  linked: ReadonlyMap<string, readonly NamedRecord[]>,
): ReadonlyMap<string, unknown> {
  const next = new Map(given);
  for (const [name, records] of linked) {
    const names = given.get(name) as Names | undefined; // what readCell gives for a relation
    if (!names) continue;
    // Of two that are called so, each stands for one.
    const left = [...records];
    const idOf = (text: string) => {
      const place = left.findIndex((record) => record.names[0] === text);
      return place < 0 ? text : (left.splice(place, 1)[0]?.id ?? text);
    };
    const parts = names.parts.map(idOf);
    next.set(name, { text: parts.join(', '), parts });
  }
  return next;
}

function valuesAt(
  table: Table,
  model: Model,
  sent: SentRow | undefined,
  row: GivenRow,
  found: ReadonlyMap<number, FoundRecords>,
): Record<string, unknown> {
  const { given } = valuesOf(table, row, found.get(row.row) ?? new Map());
  // A record that exists lies in what it lay in, also where that was not sent.
  const values = Object.fromEntries(Object.entries(given).filter(([name]) => row.texts.has(name)));
  for (const name of Object.keys(sent?.cells ?? {})) {
    const field = model.fields[name];
    const column = table.columns[name];
    if (field && column && !row.texts.has(name) && sent?.id !== null)
      values[name] = isRelation(column) && !isReference(field) ? [] : null;
  }
  return values;
}
