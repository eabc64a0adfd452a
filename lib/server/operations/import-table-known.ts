import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import type { Table } from '@/lib/formats/tables/table';
import type { Executor } from '../db/sql';
import { findRecords } from '../queries/import-table-existing';
import { TitleQuestions } from '../queries/titles';
import type { Viewer } from '../viewer';
import type { RowValues } from './import-table-values';

/** The fields by which records are found that a row may be the same as. */
export const matchFields = ({ same }: Table): readonly string[] => ('key' in same ? same.key : same.within);

/** The keys of a record or of what a row gives: one for each record in a list, so that a subject has one in each project. */
export function keysOf(fields: readonly string[], values: Readonly<Record<string, unknown>>): string[] {
  return fields.reduce<string[]>(
    (keys, field) => {
      const options = [values[field] ?? []].flat().map(String);
      return keys.flatMap((key) => options.map((option) => `${key}\n${option}`));
    },
    [''],
  );
}

/** Records that rows may be the same as: those of the portal, and those that earlier rows have made. */
export class KnownRecords {
  private readonly byKey = new Map<string, AnyRecord[]>();
  /** What the records link, by id, as far as the table's columns name it. */
  readonly titles = new Map<string, string>();

  private constructor(private readonly fields: readonly string[]) {}

  /** Loads the records for some rows: one statement, and one for the titles of each model that they link. */
  static async load(tx: Executor, viewer: Viewer, table: Table, rows: readonly RowValues[]): Promise<KnownRecords> {
    const fields = matchFields(table);
    const known = new KnownRecords(fields);
    const values = new Map(
      fields.map((field) => [
        field,
        [...new Set(rows.flatMap(({ given }) => [given[field] ?? []].flat().map(String)))],
      ]),
    );
    if ([...values.values()].some((some) => some.length === 0)) return known;
    const model = modelNamed(table.model);
    const records = await findRecords(tx, viewer, model, values);
    for (const record of records) known.put(record);
    const links = Object.values(table.columns).flatMap((column) => (column.reads === 'look-up' ? [column.field] : []));
    if (!('key' in table.same)) return known;
    const questions = new TitleQuestions().addRecords(model, records, links);
    for (const titles of Object.values(await questions.answer(viewer)))
      for (const [id, title] of Object.entries(titles)) known.titles.set(id, title);
    return known;
  }

  for(values: RowValues): readonly AnyRecord[] {
    const found = keysOf(this.fields, values.given).flatMap((key) => this.byKey.get(key) ?? []);
    return [...new Map(found.map((record) => [record.id, record])).values()];
  }

  /** Adds a record, or puts it in place of what it was before. */
  put(record: AnyRecord): void {
    for (const key of keysOf(this.fields, record)) {
      const others = (this.byKey.get(key) ?? []).filter(({ id }) => id !== record.id);
      this.byKey.set(key, [...others, record]);
    }
  }
}
