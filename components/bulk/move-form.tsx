'use client';

import { useCallback, useState } from 'react';
import type { ManyChange, ManyChangeChoices } from '@/lib/declare/many-changes';
import type { FieldSource } from '../fields/field-parts';
import { Checkbox } from '../ui/checkbox';
import { Combobox } from '../ui/combobox';
import { Field } from '../ui/field';
import type { Option } from '../ui/option';
import { RadioGroup } from '../ui/radio-group';
import type { Nouns } from './nouns';

interface MoveFormProps {
  moving: NonNullable<ManyChangeChoices['moving']>;
  nouns: Nouns;
  source: FieldSource;
  onChange: (change: ManyChange | null) => void;
}

type Move = { readonly to: Option | null; readonly operation: 'set' | 'add'; readonly along: boolean };

/** Where the records go, whether they stay where they are besides, and what goes with them. */
export function MoveForm({ moving, nouns, source, onChange }: MoveFormProps) {
  const { name, to: parent, isList, along } = moving;
  const [move, setMove] = useState<Move>({ to: null, operation: 'set', along: along !== null });
  const load = useCallback((query: string) => source.candidates(name, query), [source, name]);

  function choose(part: Partial<Move>) {
    const next = { ...move, ...part };
    setMove(next);
    const id = next.to?.value;
    onChange(
      id === undefined
        ? null
        : { steps: [{ field: name, operation: next.operation, value: isList ? [id] : id }], along: next.along },
    );
  }

  return (
    <div className="flex flex-col gap-4">
      <Field label={`To the ${parent}`} required help={`One to which you may add ${nouns.many}.`}>
        <Combobox
          value={move.to}
          onChange={(to) => choose({ to })}
          loadOptions={load}
          emptyText="Nothing found that you may add to"
        />
      </Field>
      {isList ? (
        <Field label={`The ${parent}s they are in now`} group>
          <RadioGroup
            value={move.operation}
            onChange={(operation) => choose({ operation: operation === 'add' ? 'add' : 'set' })}
            options={[
              { value: 'set', label: 'Take them out', description: `They are in the new ${parent} only.` },
              { value: 'add', label: 'Leave them in', description: `The new ${parent} is added.` },
            ]}
          />
        </Field>
      ) : null}
      {along ? (
        <Checkbox
          value={move.along}
          onChange={(isOn) => choose({ along: isOn })}
          label={`Add their ${along} to the ${parent} too`}
          description={`The ${along} stay where they are besides.`}
        />
      ) : null}
    </div>
  );
}
