'use client';

import type { ComponentType } from 'react';
import type { DetailField, DetailKind } from '@/lib/vocabularies/types';
import { Checkbox } from '../../ui/checkbox';
import { Input } from '../../ui/input';
import { MultiCombobox } from '../../ui/multi-combobox';
import { NumberInput } from '../../ui/number-input';
import type { Option } from '../../ui/option';
import { QuantityInput } from '../../ui/quantity-input';
import { RowsEditor } from '../../ui/rows-editor';
import { TagsInput } from '../../ui/tags-input';
import { Textarea } from '../../ui/textarea';
import { Chooser } from './choice';
import type { NestedErrors } from '../field-parts';
import { listOf, numberOf, objectOf, textOf } from '../read-value';

type ControlProps = {
  id: string;
  field: DetailField;
  value: unknown;
  onChange: (value: unknown) => void;
  errors: NestedErrors;
  /** In a table the column's heading is the label. */
  'aria-label'?: string;
};
type Control = ComponentType<ControlProps>;

const optionsOf = (field: DetailField): Option[] =>
  (field.choices ?? []).map((choice) => ({
    value: String(choice),
    label: field.choiceLabels?.[String(choice)] ?? String(choice),
  }));
/** The choice that a text stands for: scores are numbers. */
const choiceOf = (field: DetailField, text: string | null) =>
  field.choices?.find((choice) => String(choice) === text) ?? null;
const labelled = ({ id, 'aria-label': label }: ControlProps) => ({ id, ...(label ? { 'aria-label': label } : {}) });
const limits = ({ min, max }: DetailField) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

const TextLine: Control = (props) => (
  <Input {...labelled(props)} value={textOf(props.value)} onChange={(event) => props.onChange(event.target.value)} />
);

const Numeric: Control = (props) => (
  <NumberInput
    {...labelled(props)}
    {...limits(props.field)}
    integer={props.field.kind === 'integer'}
    suffix={props.field.unit}
    value={numberOf(props.value)}
    onChange={props.onChange}
  />
);

const Numbers: Control = (props) => (
  <TagsInput
    {...labelled(props)}
    value={listOf(props.value).map(String)}
    onChange={(items) =>
      props.onChange(items.map((item) => (item.trim() !== '' && Number.isFinite(Number(item)) ? Number(item) : item)))
    }
    placeholder="Add a number…"
  />
);

const Words: Control = (props) => (
  <TagsInput
    {...labelled(props)}
    value={listOf(props.value).map(String)}
    onChange={props.onChange}
    placeholder="Add…"
  />
);

/** One control for each kind of detail. */
const controls: Record<DetailKind, Control> = {
  string: TextLine,
  text: (props) => (
    <Textarea
      {...labelled(props)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
    />
  ),
  time: (props) => (
    <Input
      {...labelled(props)}
      placeholder="HH:MM"
      className="max-w-32"
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.target.value)}
    />
  ),
  number: Numeric,
  integer: Numeric,
  boolean: (props) => <Checkbox {...labelled(props)} value={props.value === true} onChange={props.onChange} />,
  enum: (props) => (
    <Chooser
      {...labelled(props)}
      options={optionsOf(props.field)}
      value={props.value === null || props.value === undefined ? null : String(props.value)}
      onChange={(text) => props.onChange(choiceOf(props.field, text))}
      clearable={!props.field.required}
    />
  ),
  multiselect(props) {
    const options = optionsOf(props.field);
    const chosen = listOf(props.value).map(String);
    return (
      <MultiCombobox
        {...labelled(props)}
        options={options}
        value={chosen.map((value) => options.find((option) => option.value === value) ?? { value, label: value })}
        onChange={(next) => props.onChange(next.map((option) => choiceOf(props.field, option.value) ?? option.value))}
      />
    );
  },
  array: (props) =>
    props.field.items && props.field.items.kind !== 'string' ? <Numbers {...props} /> : <Words {...props} />,
  table: (props) => (
    <RowsEditor<Readonly<Record<string, unknown>>>
      id={props.id}
      rows={listOf(props.value).map(objectOf)}
      onChange={props.onChange}
      createRow={() => ({})}
      rowName="row"
      errors={props.errors}
      columns={(props.field.columns ?? []).map((column) => ({
        key: column.key,
        label: column.label,
        ...(column.required ? { required: true } : {}),
        render: (cell) => (
          <DetailControl
            id={cell.id}
            aria-label={cell.label}
            field={column}
            value={cell.row[column.key]}
            onChange={(next) => cell.change({ ...cell.row, [column.key]: next })}
            errors={{}}
          />
        ),
      }))}
    />
  ),
  numberUnit(props) {
    const { unit, units = [] } = props.field;
    const { value, unit: chosen } = objectOf(props.value);
    const ordered = unit ? [unit, ...units.filter((other) => other !== unit)] : units;
    return (
      <QuantityInput
        {...labelled(props)}
        {...(props.field.min === undefined ? {} : { min: props.field.min })}
        units={ordered}
        value={
          props.value === null || props.value === undefined
            ? null
            : { value: numberOf(value), unit: textOf(chosen) || (ordered[0] ?? '') }
        }
        onChange={props.onChange}
      />
    );
  },
};

/** The control of one detail, chosen by its kind. */
export function DetailControl(props: ControlProps) {
  const Chosen = controls[props.field.kind];
  return <Chosen {...props} />;
}
