import { findType, type DetailField, type FamilyName } from '@/lib/vocabularies/types';
import { detailText } from './details-text';
import { listOf, objectOf } from './read-value';
import { ScrollRegion } from '../ui/scroll-region';

/** More numbers than that are folded. */
const arrayShown = 12;

function DetailTable({ field, value }: { field: DetailField; value: unknown }) {
  const columns = field.columns ?? [];
  return (
    <ScrollRegion label={field.label}>
      <table aria-label={field.label} className="text-left text-sm">
        <thead className="text-muted-foreground">
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="pr-4 font-normal whitespace-nowrap">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listOf(value).map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key} className="pr-4 tabular-nums">
                  {detailText(column, objectOf(row)[column.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const isLong = (field: DetailField, value: unknown) => field.kind === 'array' && listOf(value).length > arrayShown;
const isWide = (field: DetailField, value: unknown) =>
  field.kind === 'table' || field.kind === 'text' || isLong(field, value);

function DetailValue({ field, value }: { field: DetailField; value: unknown }) {
  if (field.kind === 'table') return <DetailTable field={field} value={value} />;
  if (!isLong(field, value)) return detailText(field, value);
  const items = listOf(value);
  return (
    <details>
      <summary className="cursor-pointer">{rangeText(items)}</summary>
      <span className="text-sm">{detailText(field, items)}</span>
    </details>
  );
}

/** How many values there are, and between which bounds numbers lie. */
function rangeText(items: readonly unknown[]): string {
  const numbers = items.filter((item) => typeof item === 'number');
  if (numbers.length < items.length) return `${items.length} values`;
  return `${items.length} values, ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
}

function DetailSet({ fields, values }: { fields: readonly DetailField[]; values: Readonly<Record<string, unknown>> }) {
  const given = fields.filter(({ key }) => values[key] !== undefined && values[key] !== null);
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-0.5 sm:grid-cols-2">
      {given.map((field) => (
        <div key={field.key} className={isWide(field, values[field.key]) ? 'sm:col-span-2' : 'flex flex-wrap gap-x-2'}>
          <dt className="text-sm leading-5.5 text-muted-foreground">{field.label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line tabular-nums">
            <DetailValue field={field} value={values[field.key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Typed details as names and values, in the order of their schema. Keys that it does not know come last. */
export default function DetailsShow({ family, type, value }: { family: FamilyName; type: string; value: unknown }) {
  const known = findType(family, type)?.fields ?? [];
  const rows = Array.isArray(value) ? value : [value];
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, index) => {
        const values = objectOf(row);
        const others = Object.keys(values).filter((key) => !known.some((field) => field.key === key));
        const fields = [
          ...known,
          ...others.map((key): DetailField => ({ key, label: key, kind: 'string', required: false })),
        ];
        return <DetailSet key={index} fields={fields} values={values} />;
      })}
    </div>
  );
}
