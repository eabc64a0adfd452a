'use client';

import { useCallback, useState } from 'react';
import type { ChangeableField, FieldOperation, HoldingList, ManyChange } from '@/lib/declare/many-changes';
import { partsOf } from '../fields';
import { controlsOf } from '../fields/controls';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';
import { MultiCombobox } from '../ui/multi-combobox';
import type { Option } from '../ui/option';
import { RadioGroup } from '../ui/radio-group';
import { Select, type OptionGroup } from '../ui/select';
import type { Nouns } from './nouns';

interface FieldFormProps {
  fields: readonly ChangeableField[];
  /** Lists of others that the records can be put into. */
  lists: readonly HoldingList[];
  nouns: Nouns;
  zone: string;
  source: FieldSource;
  onChange: (change: ManyChange | null) => void;
}

const keyOfList = ({ model, field }: HoldingList) => `${model}.${field}`;

/** One field of the records, or one list that holds them: which, what is done to it, and with what. */
export function FieldForm({ fields, lists, nouns, zone, source, onChange }: FieldFormProps) {
  const [key, setKey] = useState<string | null>(null);
  const field = fields.find(({ name }) => name === key);
  const list = lists.find((one) => keyOfList(one) === key);
  const own = fields.map(({ name, field: { label } }) => ({ value: name, label }));
  const groups: readonly (Option | OptionGroup)[] =
    lists.length === 0
      ? own
      : [
          ...(own.length > 0 ? [{ label: `Of the ${nouns.many}`, options: own }] : []),
          {
            label: `Lists with ${nouns.many}`,
            options: lists.map((one) => ({ value: keyOfList(one), label: one.label })),
          },
        ];
  return (
    <div className="flex flex-col gap-4">
      <Field label="Field" required>
        <Select
          value={key}
          options={groups}
          onChange={(next) => {
            setKey(next);
            const chosen = fields.find(({ name }) => name === next);
            onChange(chosen ? changeOf(chosen, chosen.operations[0], startOf(chosen)) : null);
          }}
        />
      </Field>
      {field ? <OwnField key={key} changeable={field} zone={zone} source={source} onChange={onChange} /> : null}
      {list ? <InList key={key} list={list} nouns={nouns} source={source} onChange={onChange} /> : null}
    </div>
  );
}

const operationLabels: Readonly<Record<FieldOperation, string>> = {
  add: 'Add',
  remove: 'Remove',
  set: 'Replace with',
  clear: 'Empty it',
};

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A switch says something as it stands; other fields begin empty. */
const startOf = ({ field }: ChangeableField): unknown =>
  'default' in field && typeof field.default === 'boolean' ? field.default : null;

/** Null while the value is missing. */
function changeOf({ name }: ChangeableField, operation: FieldOperation = 'set', value: unknown): ManyChange | null {
  if (operation === 'clear') return { steps: [{ field: name, operation }] };
  return isGiven(value) ? { steps: [{ field: name, operation, value }] } : null;
}

type OwnFieldProps = Pick<FieldFormProps, 'zone' | 'source' | 'onChange'> & { changeable: ChangeableField };

function OwnField({ changeable, zone, source, onChange }: OwnFieldProps) {
  const { name, field, operations } = changeable;
  const [operation, setOperation] = useState<FieldOperation>(operations[0] ?? 'set');
  const [value, setValue] = useState<unknown>(startOf(changeable));
  const { Input } = controlsOf(field);
  const { isGroup = false, hasLabel = false } = partsOf(field);
  return (
    <>
      {operations.length > 1 ? (
        <Field label="What to do" group>
          <RadioGroup
            inline
            value={operation}
            onChange={(chosen) => {
              const next = operations.find((one) => one === chosen) ?? operation;
              setOperation(next);
              onChange(changeOf(changeable, next, value));
            }}
            options={operations.map((one) => ({ value: one, label: operationLabels[one] }))}
          />
        </Field>
      ) : null}
      {operation !== 'clear' && Input ? (
        <Field label={field.label} help={field.help} id={`many-${name}`} group={isGroup} hideLabel={hasLabel}>
          <Input
            id={`many-${name}`}
            name={name}
            field={field}
            value={value}
            onChange={(next) => {
              setValue(next);
              onChange(changeOf(changeable, operation, next));
            }}
            errors={{}}
            zone={zone}
            source={source}
          />
        </Field>
      ) : null}
    </>
  );
}

type InListProps = Pick<FieldFormProps, 'nouns' | 'source' | 'onChange'> & { list: HoldingList };

function InList({ list, nouns, source, onChange }: InListProps) {
  const { model, field, label } = list;
  const [operation, setOperation] = useState<'add' | 'remove'>('add');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const load = useCallback((query: string) => source.search(model, query), [source, model]);
  const tell = (does: 'add' | 'remove', options: readonly Option[]) =>
    onChange(
      options.length > 0 ? { list: { model, field }, operation: does, ids: options.map(({ value }) => value) } : null,
    );
  return (
    <>
      <Field label="What to do" group>
        <RadioGroup
          inline
          value={operation}
          onChange={(next) => {
            const does = next === 'remove' ? 'remove' : 'add';
            setOperation(does);
            tell(does, chosen);
          }}
          options={[
            { value: 'add', label: `Put the ${nouns.many} in` },
            { value: 'remove', label: 'Take them out' },
          ]}
        />
      </Field>
      <Field label={label} required>
        <MultiCombobox
          value={chosen}
          onChange={(options) => {
            setChosen(options);
            tell(operation, options);
          }}
          loadOptions={load}
        />
      </Field>
    </>
  );
}
