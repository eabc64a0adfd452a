'use client';

import { useCallback, useState } from 'react';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';
import { MultiCombobox } from '../ui/multi-combobox';
import type { Option } from '../ui/option';
import { RadioGroup } from '../ui/radio-group';

type Operation = 'add' | 'remove';

interface SeveralRecordsProps {
  label: string;
  /** The model of the records that are chosen. */
  model: string;
  operations: Readonly<Record<Operation, string>>;
  source: FieldSource;
  onChange: (operation: Operation, ids: readonly string[]) => void;
}

/** Records that are added or removed. */
export function SeveralRecords({ label, model, operations, source, onChange }: SeveralRecordsProps) {
  const [operation, setOperation] = useState<Operation>('add');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const load = useCallback((query: string) => source.search(model, query), [source, model]);
  const tell = (does: Operation, options: readonly Option[]) =>
    onChange(
      does,
      options.map(({ value }) => value),
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
            { value: 'add', label: operations.add },
            { value: 'remove', label: operations.remove },
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
