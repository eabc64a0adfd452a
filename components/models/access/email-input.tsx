'use client';

import { useId } from 'react';
import { Input } from '../../ui/input';
import { useOptions, type LoadOptions } from '../../ui/use-options';

interface EmailInputProps {
  value: string;
  onChange: (value: string) => void;
  /** People who are here, by name or address. */
  find: LoadOptions;
}

/** Any e-mail address; people who are here are suggested, and nothing that was typed is lost by leaving the field. */
export function EmailInput({ value, onChange, find }: EmailInputProps) {
  const listId = useId();
  const { options } = useOptions(value.trim() !== '', value.trim(), undefined, find);
  return (
    <>
      <Input
        type="email"
        value={value}
        list={listId}
        autoComplete="off"
        maxLength={254}
        placeholder="name@example.org"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={listId}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </>
  );
}
