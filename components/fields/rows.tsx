import type { RowColumn, RowsField } from '@/lib/declare/kinds/rows';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { listOf, objectOf, textOf } from './read-value';
import { OutsideLink } from './url';
import { ScrollRegion } from '../ui/scroll-region';

type RowDraft = Readonly<Record<string, unknown>>;
const rowsOf = (value: unknown): RowDraft[] => listOf(value).map(objectOf);

/** The first cell of each row: what a row is called. */
function firstCells(field: RowsField, value: unknown): string {
  const [first = ''] = Object.keys(field.columns);
  return rowsOf(value)
    .map((row) => String(row[first] ?? ''))
    .join(', ');
}

const RowsCell = ({ value, field }: ShowProps<RowsField>) => {
  const text = firstCells(field, value);
  return text ? <span className="line-clamp-2">{text}</span> : null;
};

function CellText({ column, value }: { column: RowColumn; value: unknown }) {
  if (column.type === 'boolean') return value === true ? 'Yes' : 'No';
  if (column.type === 'url') return <OutsideLink address={textOf(value)} />;
  const text = value === null || value === undefined ? '' : String(value);
  return column.choices?.find(({ code }) => code === text)?.label ?? text;
}

function RowsShow({ value, field }: ShowProps<RowsField>) {
  const rows = rowsOf(value);
  if (rows.length === 0) return null;
  const columns = Object.entries(field.columns).filter(([key]) =>
    rows.some((row) => row[key] !== '' && row[key] !== null && row[key] !== undefined),
  );
  return (
    <ScrollRegion label={field.label}>
      <table className="w-full text-left text-sm" aria-label={field.label}>
        <thead className="text-muted-foreground">
          <tr>
            {columns.map(([key, column]) => (
              <th key={key} scope="col" className="pr-4 pb-0.5 font-normal whitespace-nowrap">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="align-top">
              {columns.map(([key, column]) => (
                <td key={key} className="py-0.5 pr-4 break-words">
                  <CellText column={column} value={row[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export const rowsParts: FieldParts<RowsField> = {
  Cell: RowsCell,
  Show: RowsShow,
  toText: (value, field) => firstCells(field, value),
  isGroup: true,
  isWide: always,
  placesErrors: true,
};
