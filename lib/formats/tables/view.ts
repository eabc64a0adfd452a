import { modelNamed } from '@/lib/models';
import { fieldOf, isRequired, labelOf } from './columns';
import { expectationOf } from './expectations';
import type { Column, Table } from './table';
import { exampleOf } from './template';

/** What pages know of a column. */
export type ColumnView = {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly help: string;
  readonly example: string;
};

/** What pages know of a table: plain JSON, derived from the declaration and that of its model. */
export type TableView = {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** What makes a row the same as a record that exists. */
  readonly sameness: string;
  /** Where its records are listed; null for parts of others. */
  readonly path: string | null;
  /** Where one of them is shown. */
  readonly recordPath: string;
  readonly columns: readonly ColumnView[];
};

/** The part of a table's declaration that people read. */
export function viewOfTable(table: Table): TableView {
  const model = modelNamed(table.model);
  return {
    name: table.name,
    label: model.labelPlural,
    help: table.help,
    sameness: samenessOf(table),
    path: model.nav === null ? null : `/${model.path}`,
    recordPath: `/${model.path}`,
    columns: Object.entries(table.columns).map(([name, column]) => ({
      name,
      label: labelOf(table, column),
      isRequired: isRequired(table, column),
      help: [expectationOf(table, column), helpOf(table, column)].filter(Boolean).join(' '),
      example: exampleOf(table, column),
    })),
  };
}

/** Forms say more of links than cells need. */
function helpOf(table: Table, column: Column): string | undefined {
  return column.help ?? (column.reads === 'look-up' ? undefined : fieldOf(table, column)?.help);
}

function samenessOf(table: Table): string {
  const { label, fields } = modelNamed(table.model);
  const words = (names: readonly string[]) =>
    names.map((name) => fields[name]?.label.toLowerCase() ?? name).join(' and ');
  const what = label.toLowerCase();
  return 'key' in table.same
    ? `A row with the ${words(table.same.key)} of an existing ${what} is that ${what}.`
    : `A row that says the same as an existing ${what} with its ${words(table.same.within)} is that ${what}.`;
}
