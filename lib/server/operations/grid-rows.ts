import 'server-only';
import type { GridRow } from '@/lib/declare/grid';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { getLaboratoryZone } from '@/lib/declare/time';
import { cellTextsOf, linksIn, lockedCellsOf, type TitleOf } from '@/lib/formats/grid/texts';
import { throughOf } from '@/lib/formats/grid/table';
import type { Table } from '@/lib/formats/tables/table';
import { needsApproval } from '../access';
import type { Executor } from '../db/sql';
import { TitleQuestions } from '../queries/titles';
import type { Shape } from '../queries/record';
import type { Viewer } from '../viewer';
import { rightsOn } from './get';

/** What of a record its row in a grid is made of. */
export function gridShape(table: Table, model: Model): Shape {
  const through = Object.keys(table.columns).filter((name) => model.fields[name] && throughOf(model.fields[name]));
  const exclude = Object.keys(model.fields).filter((name) => !(name in table.columns));
  return { include: through, exclude };
}

/** Titles of all that the records of a grid link, and of themselves; inside a transaction where one is given. */
export async function gridTitles(
  viewer: Viewer,
  table: Table,
  model: Model,
  records: readonly AnyRecord[],
  tx?: Executor,
): Promise<TitleOf> {
  const questions = new TitleQuestions().add(
    model.name,
    records.map(({ id }) => id),
  );
  for (const name of Object.keys(table.columns)) {
    const field = model.fields[name];
    if (!field) continue;
    for (const record of records) {
      const links = linksIn(field, record[name]);
      if (links.model !== '') questions.add(links.model, links.ids);
    }
  }
  const titles = await (tx ? questions.answerWithin(tx, viewer) : questions.answer(viewer));
  return (name, id) => titles[name]?.[id];
}

/** Records as rows of a grid, with what of them can't be changed there and why. */
export async function gridRowsOf(
  viewer: Viewer,
  table: Table,
  model: Model,
  records: readonly AnyRecord[],
  tx?: Executor,
): Promise<GridRow[]> {
  const ids = records.map(({ id }) => String(id));
  const titleOf = await gridTitles(viewer, table, model, records, tx);
  const rights = await rightsOn(viewer, model, ids, tx);
  const isProposal = needsApproval(viewer, model);
  const what = model.label.toLowerCase();
  return records.map((record) => {
    const id = String(record.id);
    const mayChange = isProposal || rights.get(id)?.update === true;
    return {
      id,
      version: record.version,
      title: titleOf(model.name, id) ?? model.label,
      texts: cellTextsOf(table, model, record, titleOf, getLaboratoryZone()),
      locked: lockedCellsOf(table, model, record),
      whyNot: mayChange ? null : `You may read this ${what}, but not change it.`,
      linked: linkedOf(table, model, record),
    };
  });
}

/** What the links of a record that are records of their own lead to. */
export function linkedOf(table: Table, model: Model, record: AnyRecord): GridRow['linked'] {
  return Object.fromEntries(
    Object.keys(table.columns).flatMap((name) => {
      const field = model.fields[name];
      return field && throughOf(field) ? [[name, linksIn(field, record[name]).ids.toSorted()]] : [];
    }),
  );
}
