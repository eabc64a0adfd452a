'use client';

import { useMemo } from 'react';
import type { InputProps } from '../../fields/field-parts';
import { textsOf } from '../../fields/read-value';
import { MultiCombobox } from '../../ui/multi-combobox';
import { subtypeOption, subtypeOptions } from './subtype-options';

/** Several types of the chosen kind, found by typing. */
export default function SubtypesInput({ id, value, onChange, kind }: InputProps & { kind: string }) {
  const options = useMemo(() => subtypeOptions(kind), [kind]);
  return (
    <MultiCombobox
      id={id}
      options={options}
      value={textsOf(value).map((code) => subtypeOption(options, code))}
      onChange={(chosen) => onChange(chosen.map((option) => option.value))}
      placeholder="All types"
    />
  );
}
