'use client';

import { useRef } from 'react';
import { ComboboxList } from '../../ui/combobox-list';
import { Input } from '../../ui/input';
import { useCombobox } from '../../ui/use-combobox';
import type { LoadOptions } from '../../ui/use-options';

interface EmailInputProps {
  value: string;
  onChange: (value: string) => void;
  /** People who are here, by name or address. */
  find: LoadOptions;
}

/** Any e-mail address; people who are here are suggested, and nothing that was typed is lost by leaving the field. */
export function EmailInput({ value, onChange, find }: EmailInputProps) {
  const box = useRef<HTMLSpanElement>(null);
  const state = useCombobox({
    loadOptions: find,
    taken: [value.trim()],
    onChoose: (person) => onChange(person.value),
    isFree: true,
  });
  // Whom nobody here is called like is written to: there is nothing to choose, and nothing to say.
  const open = state.open && state.entries.length > 0;
  return (
    <>
      <span ref={box} className="block">
        <Input
          {...state.inputProps}
          aria-expanded={open}
          type="email"
          value={value}
          maxLength={254}
          placeholder="name@example.org"
          onClick={() => {
            if (value.trim() !== '') state.type(value);
          }}
          onChange={(event) => {
            onChange(event.target.value);
            if (event.target.value.trim() === '') state.close();
            else state.type(event.target.value);
          }}
        />
      </span>
      <ComboboxList state={{ ...state, open }} anchor={box} label="People" emptyText="" createLabel={() => null} />
    </>
  );
}
