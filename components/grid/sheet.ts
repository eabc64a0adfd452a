import type { CellTexts, GridRow, SentRow } from '@/lib/declare/grid';

/** One row of the sheet: a record with what was typed over it, or a new one. */
export type SheetRow = {
  readonly key: number;
  /** The record as it was loaded; null for a new row. */
  readonly record: GridRow | null;
  /** What the cells say now. */
  readonly texts: CellTexts;
  /** What somebody else has made of cells that were changed here too. */
  readonly theirs: CellTexts;
};
export type Sheet = { readonly rows: readonly SheetRow[]; readonly nextKey: number };
/** A text for a cell; the row counts from the top of the sheet, and may lie beyond its end. */
export type Edit = { readonly row: number; readonly column: string; readonly text: string };

const blankRow = (key: number): SheetRow => ({ key, record: null, texts: {}, theirs: {} });

/** A sheet of these records with blank rows after them. */
export function newSheet(records: readonly GridRow[], blank: number): Sheet {
  return addRows(withRecords({ rows: [], nextKey: 0 }, records), blank);
}

export function addRows({ rows, nextKey }: Sheet, count: number): Sheet {
  const added = Array.from({ length: count }, (_, index) => blankRow(nextKey + index));
  return { rows: [...rows, ...added], nextKey: nextKey + count };
}

/** The sheet with more records at its end. */
export function withRecords({ rows, nextKey }: Sheet, records: readonly GridRow[]): Sheet {
  const added = records.map((record, index): SheetRow => ({
    key: nextKey + index,
    record,
    texts: record.texts,
    theirs: {},
  }));
  return { rows: [...rows, ...added], nextKey: nextKey + added.length };
}

export const textAt = (row: SheetRow | undefined, column: string): string => row?.texts[column] ?? '';
export const baseAt = (row: SheetRow, column: string): string => row.record?.texts[column] ?? '';
export const isChanged = (row: SheetRow, column: string): boolean => textAt(row, column) !== baseAt(row, column);
/** A new row that nobody has typed in. */
export const isBlank = (row: SheetRow): boolean =>
  row.record === null && Object.values(row.texts).every((text) => !text);
/** Why a cell can't be changed; null where it can. */
export const whyLocked = (row: SheetRow | undefined, column: string): string | null =>
  row?.record?.whyNot ?? row?.record?.locked[column] ?? null;

const changedColumns = (row: SheetRow): string[] =>
  Object.keys({ ...row.record?.texts, ...row.texts }).filter((column) => isChanged(row, column));
export const isRowChanged = (row: SheetRow): boolean => changedColumns(row).length > 0;
export const isDirty = ({ rows }: Sheet): boolean => rows.some(isRowChanged);

/**
 * The sheet with these texts; rows are added where they are needed, and cells that can't be changed stay as they are.
 * A new row that is typed in for the first time gets what new rows begin with.
 */
export function withEdits(sheet: Sheet, edits: readonly Edit[], beginning: CellTexts = {}): Sheet {
  const last = Math.max(-1, ...edits.filter(({ text }) => text !== '').map(({ row }) => row));
  const grown = last < sheet.rows.length ? sheet : addRows(sheet, last + 1 - sheet.rows.length);
  const byRow = new Map<number, Edit[]>();
  for (const edit of edits) {
    const row = grown.rows[edit.row];
    if (!row || whyLocked(row, edit.column) !== null) continue;
    if (textAt(row, edit.column) === edit.text && !(edit.column in row.theirs)) continue;
    byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit]);
  }
  if (byRow.size === 0) return grown;
  const rows = grown.rows.map((row, index) => {
    const own = byRow.get(index);
    if (!own) return row;
    const typed = Object.fromEntries(own.map(({ column, text }) => [column, text]));
    const isFilled = Object.values(typed).some((text) => text !== '');
    const begun = isBlank(row) && isFilled ? { ...beginning, ...typed } : typed;
    const texts = { ...row.texts, ...begun };
    // A new row that was emptied but for its beginning is blank again.
    const isEmptied = row.record === null && !isFilled && isOnly(texts, beginning);
    // Typing over a conflict is a choice.
    const theirs = Object.fromEntries(Object.entries(row.theirs).filter(([column]) => !(column in typed)));
    return { ...row, texts: isEmptied ? {} : texts, theirs };
  });
  return { ...grown, rows };
}

const isOnly = (texts: CellTexts, beginning: CellTexts): boolean =>
  Object.entries(texts).every(([column, text]) => text === '' || text === beginning[column]);

/** The rows with changes, each with its changed cells only. */
export function sentRows({ rows }: Sheet): SentRow[] {
  return rows.filter(isRowChanged).map(sentRow);
}

export const sentRow = (row: SheetRow): SentRow => ({
  key: row.key,
  id: row.record?.id ?? null,
  version: row.record?.version ?? null,
  cells: Object.fromEntries(changedColumns(row).map((column) => [column, textAt(row, column)])),
  linked: row.record?.linked ?? {},
});

/** Puts records as they are now under what was typed. Where both changed a cell, both texts are kept. */
export function rebased(sheet: Sheet, now: ReadonlyMap<number, GridRow>): Sheet {
  const rows = sheet.rows.map((row) => {
    const record = now.get(row.key);
    if (!record || row.record === null) return row;
    const typed = changedColumns(row);
    const theirs = typed.filter((column) => {
      const text = record.texts[column] ?? '';
      return text !== baseAt(row, column) && text !== textAt(row, column);
    });
    return {
      ...row,
      record,
      texts: { ...record.texts, ...Object.fromEntries(typed.map((column) => [column, textAt(row, column)])) },
      theirs: { ...row.theirs, ...Object.fromEntries(theirs.map((column) => [column, record.texts[column] ?? ''])) },
    };
  });
  return { ...sheet, rows };
}

/** Settles a cell that two have changed. */
export function settled(sheet: Sheet, rowIndex: number, column: string, keep: 'mine' | 'theirs'): Sheet {
  const row = sheet.rows[rowIndex];
  const text = row?.theirs[column];
  if (!row || text === undefined) return sheet;
  return withEdits(sheet, [{ row: rowIndex, column, text: keep === 'mine' ? textAt(row, column) : text }]);
}
