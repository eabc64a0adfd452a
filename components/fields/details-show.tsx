import { findType, type DetailField, type DetailKind, type FamilyName } from '@/lib/vocabularies/types';
import { listOf, objectOf } from './read-value';

const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const choiceText = (field: DetailField, value: unknown) => field.choiceLabels?.[plain(value)] ?? plain(value);

/** One text for each kind of detail; tables are drawn below. */
const texts: Record<DetailKind, (field: DetailField, value: unknown) => string> = {
  string: (_, value) => plain(value),
  text: (_, value) => plain(value),
  time: (_, value) => plain(value),
  number: (field, value) => `${plain(value)}${field.unit ? ` ${field.unit}` : ''}`,
  integer: (field, value) => `${plain(value)}${field.unit ? ` ${field.unit}` : ''}`,
  boolean: (_, value) => (value === true ? 'Yes' : 'No'),
  enum: choiceText,
  multiselect: (field, value) =>
    listOf(value)
      .map((item) => choiceText(field, item))
      .join(', '),
  array: (_, value) => listOf(value).map(plain).join(', '),
  table: (field, value) => `${listOf(value).length} ${field.label.toLowerCase()}`,
  numberUnit: (_, value) => `${plain(objectOf(value).value)} ${plain(objectOf(value).unit)}`.trim(),
};

function DetailTable({ field, value }: { field: DetailField; value: unknown }) {
  const columns = field.columns ?? [];
  return (
    <div className="overflow-x-auto">
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
                  {objectOf(row)[column.key] === undefined ? '' : texts[column.kind](column, objectOf(row)[column.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DetailSet({ fields, values }: { fields: readonly DetailField[]; values: Readonly<Record<string, unknown>> }) {
  const given = fields.filter(({ key }) => values[key] !== undefined && values[key] !== null);
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-0.5 sm:grid-cols-2">
      {given.map((field) => (
        <div
          key={field.key}
          className={field.kind === 'table' || field.kind === 'text' ? 'sm:col-span-2' : 'flex gap-2'}
        >
          <dt className="text-sm leading-5.5 text-muted-foreground">{field.label}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line tabular-nums">
            {field.kind === 'table' ? (
              <DetailTable field={field} value={values[field.key]} />
            ) : (
              texts[field.kind](field, values[field.key])
            )}
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
