import type { GridColumn } from '@/lib/declare/grid';
import { kindOf } from '@/lib/declare/kinds';
import { schemaOf } from '@/lib/declare/parse';
import type { ModelView } from '@/lib/declare/view';
import { isBlank, isChanged, isRowChanged, textAt, type SheetRow } from './sheet';

/** What is wrong with the cells of a row, by column. */
export type RowProblems = Readonly<Record<string, string>>;

const known = new WeakMap<SheetRow, RowProblems>();

/** What can be said of a row's changed cells without asking the server: as in a form, by the kind of each field. */
export function localProblems(row: SheetRow, columns: readonly GridColumn[], view: ModelView): RowProblems {
  let problems = known.get(row);
  if (!problems) known.set(row, (problems = isRowChanged(row) ? problemsOf(row, columns, view) : {}));
  return problems;
}

function problemsOf(row: SheetRow, columns: readonly GridColumn[], view: ModelView): RowProblems {
  if (isBlank(row)) return {};
  return Object.fromEntries(
    columns.flatMap((column) => {
      if (!isChanged(row, column.name) && row.record) return [];
      const message = problemOf(column, view, textAt(row, column.name).trim());
      return message === null ? [] : [[column.name, message]];
    }),
  );
}

function problemOf({ name, label, isRequired, links }: GridColumn, view: ModelView, text: string): string | null {
  const field = view.fields[name];
  if (text === '') return isRequired ? `${label} is required.` : null;
  // Names, times and formatted texts mean what the server reads in them.
  if (!field || links || kindOf(field).isHtml || kindOf(field).jsonSchema(field).format === 'date-time') return null;
  const parsed = schemaOf(field).safeParse(kindOf(field).fromCell(text, field));
  return parsed.success ? null : parsed.error.issues.map(({ message }) => message).join(' ');
}
