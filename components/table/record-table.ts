import { constructTable, createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import type { Showing } from '../fields/field-parts';
import type { Column } from './columns';
import type { TableColumn, TableRow } from './data-table';
import { cellOf, titleIn } from './record-cells';

const features = tableFeatures({ coreReactivityFeature: storeReactivityBindings(), rowSortingFeature });
const helper = createColumnHelper<typeof features, AnyRecord>();

interface RecordTableOptions {
  view: ModelView;
  /** The one that names the record first. */
  columns: readonly Column[];
  records: readonly AnyRecord[];
  showing: Showing;
  hrefOf: (record: AnyRecord) => string;
  /** Rows can be chosen and have cards, for which they need names. */
  isNamed?: boolean;
  /** In which order the server has put them: a column, with "-" for descending. */
  sort?: string;
  /** Where a click on the heading of a column leads. */
  sortHref?: (column: string) => string;
}

type RecordTable = { readonly columns: TableColumn[]; readonly rows: TableRow[] };

/** Records as a table with its cells drawn. The browser gets what comes out; how it came about stays on the server. */
export function recordTable({ isNamed = false, sortHref, ...options }: RecordTableOptions): RecordTable {
  const { view, columns, showing, hrefOf } = options;
  const table = tableOf(options);
  const isNumeric = Object.fromEntries(
    columns.map(({ name, field }) => [name, partsOf(field).isNumeric?.(field) ?? false]),
  );
  return {
    columns: table.getAllLeafColumns().map((column) => ({
      name: column.id,
      label: String(column.columnDef.header),
      isNumeric: isNumeric[column.id] ?? false,
      sortHref: sortHref && column.getCanSort() ? sortHref(column.id) : null,
      direction: column.getIsSorted() || null,
    })),
    rows: table.getRowModel().rows.map((row) => ({
      id: row.id,
      href: hrefOf(row.original),
      ...(isNamed ? { name: titleIn(showing, view, row.original) } : {}),
      cells: Object.fromEntries(
        columns.map((column, index) => [
          column.name,
          cellOf({ view, column, isFirst: index === 0, record: row.original, showing }),
        ]),
      ),
    })),
  };
}

function tableOf({ columns, records, sort = '' }: Pick<RecordTableOptions, 'columns' | 'records' | 'sort'>) {
  return constructTable({
    features,
    data: [...records],
    getRowId: (record) => String(record.id),
    columns: helper.columns(
      columns.map(({ name, field, isSortable }) =>
        helper.accessor((record) => record[name], { id: name, header: field.label, enableSorting: isSortable }),
      ),
    ),
    manualSorting: true,
    initialState: { sorting: sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [] },
  });
}
