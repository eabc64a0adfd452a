import type { CellTexts } from '@/lib/declare/grid';
import { kindOf } from '@/lib/declare/kinds';
import { tagsKind } from '@/lib/declare/kinds/tags';
import type { AnyRecord, Field, Model } from '@/lib/declare/model';
import { parseInstant, writeInstantIn } from '@/lib/declare/time';
import { htmlToText, textToHtml } from '../session-toml/rich-text';
import { isRelation, type Table } from '../tables/table';
import { throughOf } from './table';

/** The title of a linked record, if the person may see it. */
export type TitleOf = (model: string, id: string) => string | undefined;

/** The model that a column's cells name, and the ids that a record has there. */
export function linksIn(field: Field, value: unknown): { readonly model: string; readonly ids: readonly string[] } {
  const through = throughOf(field);
  const entries: unknown[] = [value ?? []].flat();
  if (!through) return { model: 'to' in field ? String(field.to) : '', ids: entries.map(String) };
  const target = through.model.fields[through.to];
  // The records between come with the record, included in it.
  const ends = (entries as readonly Readonly<Record<string, unknown>>[]).map((entry) => entry[through.to]);
  return { model: target && 'to' in target ? String(target.to) : '', ids: ends.map(String) };
}

/** What the cells of a record's row say, so that reading them again gives the record. */
export function cellTextsOf(table: Table, model: Model, record: AnyRecord, titleOf: TitleOf, zone: string): CellTexts {
  return Object.fromEntries(
    Object.entries(table.columns).map(([name, column]) => {
      const field = model.fields[name];
      if (!field) return [name, ''];
      return [
        name,
        isRelation(column) ? namesText(field, record[name], titleOf) : valueText(field, record[name], zone),
      ];
    }),
  );
}

function namesText(field: Field, value: unknown, titleOf: TitleOf): string {
  const { model, ids } = linksIn(field, value);
  const names = ids.map((id) => titleOf(model, id) ?? id);
  return Array.isArray(value) ? tagsKind.toCell(names, { kind: 'tags', label: '' }) : (names[0] ?? '');
}

function valueText(field: Field, value: unknown, zone: string): string {
  if (kindOf(field).isHtml) return htmlToText(String(value ?? ''));
  const cell = value === null || value === undefined ? '' : kindOf(field).toCell(value, field);
  if (kindOf(field).jsonSchema(field).format !== 'date-time' || cell === '') return cell;
  const local = writeInstantIn(cell, zone);
  // In the hour that clocks show twice only the instant itself says which.
  return parseInstant(local, zone) === cell ? local : cell;
}

/** Why cells of a record can't be changed in a grid, by column. */
export function lockedCellsOf(table: Table, model: Model, record: AnyRecord): CellTexts {
  return Object.fromEntries(
    Object.keys(table.columns).flatMap((name) => {
      const field = model.fields[name];
      if (!field) return [];
      if (field.fixed) return [[name, `${field.label} can’t be changed after creation.`]];
      const html = String(record[name] ?? '');
      if (!kindOf(field).isHtml || plain(textToHtml(htmlToText(html))) === plain(html)) return [];
      return [[name, 'This text is formatted: change it in the form, so that nothing of it is lost.']];
    }),
  );
}

/** The cleaner of rich text writes some things in another way. */
const plain = (html: string) => html.replaceAll('<br />', '<br>').replaceAll('&quot;', '"');
