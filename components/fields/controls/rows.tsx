import type { RowColumn, RowsField } from '@/lib/declare/kinds/rows';
import { Checkbox } from '../../ui/checkbox';
import { Combobox } from '../../ui/combobox';
import { Input } from '../../ui/input';
import { nextName } from '@/lib/next-name';
import { NumberInput } from '../../ui/number-input';
import { RowsEditor, type RowCell } from '../../ui/rows-editor';
import { toOptions } from '../choice-options';
import type { FieldControls, InputProps } from '../field-parts';
import { listOf, numberOf, objectOf, textOf } from '../read-value';
import { Chooser } from './choice';

type RowDraft = Readonly<Record<string, unknown>>;
const rowsOf = (value: unknown): RowDraft[] => listOf(value).map(objectOf);

function CellControl({ column, name, cell }: { column: RowColumn; name: string; cell: RowCell<RowDraft> }) {
  const set = (value: unknown) => cell.change({ ...cell.row, [name]: value });
  const value = cell.row[name];
  const props = { id: cell.id, 'aria-label': cell.label };
  if (column.type === 'boolean') return <Checkbox {...props} value={value === true} onChange={set} />;
  if (column.type === 'integer' || column.type === 'number')
    return (
      <NumberInput
        {...props}
        integer={column.type === 'integer'}
        value={numberOf(value)}
        onChange={set}
        {...(column.min === undefined ? {} : { min: column.min })}
      />
    );
  const text = textOf(value);
  if (column.choices && column.open)
    return (
      <Combobox
        {...props}
        value={
          text
            ? (toOptions(column.choices).find((option) => option.value === text) ?? { value: text, label: text })
            : null
        }
        onChange={(option) => set(option?.value ?? '')}
        options={toOptions(column.choices)}
        onCreate={(query) => ({ value: query, label: query })}
        createLabel={(query) => `Use “${query}”`}
        placeholder="Choose or type…"
      />
    );
  if (column.choices)
    return (
      <Chooser
        {...props}
        options={toOptions(column.choices)}
        value={text || null}
        onChange={(code) => set(code ?? '')}
        clearable={!column.required}
      />
    );
  return (
    <Input
      {...props}
      value={text}
      aria-invalid={cell.errors.length > 0 || undefined}
      aria-describedby={cell.errors.length > 0 ? `${cell.id}-errors` : undefined}
      onChange={(event) => set(event.target.value)}
    />
  );
}

const RowsInput = ({ field, value, onChange, id, errors }: InputProps<RowsField>) => (
  <RowsEditor
    id={id}
    rows={rowsOf(value)}
    onChange={onChange}
    createRow={() =>
      Object.fromEntries(
        Object.entries(field.columns).flatMap(([key, { initial }]) => (initial === undefined ? [] : [[key, initial]])),
      )
    }
    rowName={singular(field.label)}
    duplicateRow={(row) => ({ ...row, ...nextUniques(field, row, rowsOf(value)) })}
    errors={errors}
    columns={Object.entries(field.columns).map(([key, column]) => ({
      key,
      label: column.label,
      ...(column.required ? { required: true } : {}),
      ...(column.help ? { help: column.help } : {}),
      width: column.type === 'text' || column.type === 'url' ? 'minmax(8rem, 2fr)' : 'minmax(5rem, 1fr)',
      render: (cell: RowCell<RowDraft>) => <CellControl column={column} name={key} cell={cell} />,
    }))}
  />
);

/** Another id or number for a copy, where no two rows may have the same. */
const nextUniques = (field: RowsField, row: RowDraft, rows: readonly RowDraft[]): RowDraft =>
  Object.fromEntries(
    Object.entries(field.columns).flatMap(([name, { unique, type }]) => {
      if (!unique || String(row[name] ?? '') === '') return [];
      const next = nextName(
        String(row[name]),
        rows.map((other) => String(other[name] ?? '')),
      );
      return [[name, type === 'text' || type === 'url' ? next : Number(next)]];
    }),
  );

/** What one row is called: "camera" of "Cameras". */
const singular = (label: string) => {
  const one = label.replace(/ies$/, 'y').replace(/s$/, '');
  // An abbreviation keeps its capitals: "TTL".
  return /^[A-Z]{2}/.test(one) ? one : one.toLowerCase();
};

export const rowsControls: FieldControls<RowsField> = { Input: RowsInput };
