'use client';

import { useState } from 'react';
import type { ChangeableField, HoldingList, ManyChange, PartsField } from '@/lib/declare/many-changes';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import type { Nouns } from './nouns';
import { changeOf, OwnField, startOf } from './own-field';
import { SeveralRecords } from './several-records';

interface FieldFormProps {
  fields: readonly ChangeableField[];
  /** What the records are about, each by a part of its own. */
  parts: readonly PartsField[];
  /** Lists of others that the records can be put into. */
  lists: readonly HoldingList[];
  nouns: Nouns;
  zone: string;
  source: FieldSource;
  onChange: (change: ManyChange | null) => void;
}

const keyOfList = ({ model, field }: HoldingList) => `${model}.${field}`;

/** One field of the records, or one list that holds them: which, what is done to it, and with what. */
export function FieldForm({ fields, parts, lists, nouns, zone, source, onChange }: FieldFormProps) {
  const [key, setKey] = useState<string | null>(null);
  const field = fields.find(({ name }) => name === key);
  const part = parts.find(({ name }) => name === key);
  const list = lists.find((one) => keyOfList(one) === key);

  function choose(next: string | null) {
    setKey(next);
    const chosen = fields.find(({ name }) => name === next);
    onChange(chosen ? changeOf(chosen, chosen.operations[0], startOf(chosen)) : null);
  }

  return (
    <div className="flex flex-col gap-4">
      <Field label="Field" required>
        <Select value={key} options={optionsOf({ fields, parts, lists, nouns })} onChange={choose} />
      </Field>
      {field ? <OwnField key={key} changeable={field} zone={zone} source={source} onChange={onChange} /> : null}
      {part ? (
        <SeveralRecords
          key={key}
          label={part.label}
          model={part.to}
          operations={{ add: 'Add', remove: 'Remove' }}
          source={source}
          onChange={(operation, ids) => onChange(ids.length > 0 ? { parts: part.name, operation, ids } : null)}
        />
      ) : null}
      {list ? (
        <SeveralRecords
          key={key}
          label={list.label}
          model={list.model}
          operations={{ add: `Put the ${nouns.many} in`, remove: 'Take them out' }}
          source={source}
          onChange={(operation, ids) =>
            onChange(ids.length > 0 ? { list: { model: list.model, field: list.field }, operation, ids } : null)
          }
        />
      ) : null}
    </div>
  );
}

function optionsOf({ fields, parts, lists, nouns }: Pick<FieldFormProps, 'fields' | 'parts' | 'lists' | 'nouns'>) {
  const own = [
    ...parts.map(({ name, label }) => ({ value: name, label })),
    ...fields.map(({ name, field: { label } }) => ({ value: name, label })),
  ];
  const holding = lists.map((one) => ({ value: keyOfList(one), label: one.label }));
  if (holding.length === 0) return own;
  const groups = [
    { label: `Of the ${nouns.many}`, options: own },
    { label: `Lists with ${nouns.many}`, options: holding },
  ];
  return groups.filter(({ options }) => options.length > 0);
}
