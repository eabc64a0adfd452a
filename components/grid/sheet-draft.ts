import type { CellTexts } from '@/lib/declare/grid';
import { addRows, baseAt, isRowChanged, rebased, sentRow, withEdits, type Sheet } from './sheet';

/** A changed row as a draft keeps it: its changed cells, and what they were based on. */
export type DraftRow = {
  readonly id: string | null;
  readonly version: number | null;
  readonly cells: CellTexts;
  readonly base: CellTexts;
};

/** The rows with changes, as a draft keeps them. */
export function draftRows(sheet: Sheet): DraftRow[] {
  return sheet.rows.filter(isRowChanged).map((row) => {
    const { id, version, cells } = sentRow(row);
    return {
      id,
      version,
      cells,
      base: Object.fromEntries(Object.keys(cells).map((name) => [name, baseAt(row, name)])),
    };
  });
}

/**
 * A sheet with a draft on top. What somebody has changed since is kept beside it; `missing` are the rows of records that the
 * sheet does not have.
 */
export function withDraft(
  under: Sheet,
  rows: readonly DraftRow[],
): { readonly sheet: Sheet; readonly missing: readonly DraftRow[] } {
  const places = new Map(under.rows.flatMap(({ record }, index) => (record ? [[record.id, index] as const] : [])));
  const now = new Map(under.rows.flatMap(({ key, record }) => (record ? [[key, record] as const] : [])));
  const missing: DraftRow[] = [];
  let sheet = under;
  let nextNew = under.rows.filter(({ record }) => record).length;
  for (const draft of rows) {
    const row = draft.id === null ? nextNew++ : places.get(draft.id);
    if (row === undefined) {
      missing.push(draft);
      continue;
    }
    if (row >= sheet.rows.length) sheet = addRows(sheet, row + 1 - sheet.rows.length);
    sheet = typedOn(sheet, row, draft.cells, draft.base);
  }
  return { sheet: rebased(sheet, now), missing };
}

/** The cells typed over what they were based on, which may not be what the record says now. */
function typedOn(sheet: Sheet, index: number, cells: CellTexts, base: CellTexts): Sheet {
  const edits = Object.entries(cells).map(([column, text]) => ({ row: index, column, text }));
  const rows = withEdits(sheet, edits).rows.map((row, at) =>
    at === index && row.record ? { ...row, record: { ...row.record, texts: { ...row.record.texts, ...base } } } : row,
  );
  return { ...sheet, rows };
}
