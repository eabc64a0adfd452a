'use client';

import { DurationInput } from '../../ui/duration-input';
import { NumberInput } from '../../ui/number-input';
import type { FilterProps } from '../field-parts';
import { parseRange, writeRange } from '../filter-text';

/** Numbers from and to. */
export function NumberFilter({ id, field, value, onChange }: FilterProps) {
  const { from, to } = numbersOf(value);
  const write = (next: NumberRange) => onChange(writeNumbers(next));
  const integer = 'integer' in field && field.integer === true;
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <NumberInput
        id={id}
        aria-label={`${field.label}, from`}
        integer={integer}
        value={from}
        onChange={(next) => write({ from: next, to })}
      />
      <NumberInput
        id={`${id}-to`}
        aria-label={`${field.label}, to`}
        integer={integer}
        value={to}
        onChange={(next) => write({ from, to: next })}
      />
    </div>
  );
}

/** Durations from and to; the address has milliseconds. */
export function DurationFilter({ id, field, value, onChange }: FilterProps) {
  const { from, to } = numbersOf(value);
  const write = (next: NumberRange) => onChange(writeNumbers(next));
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <DurationInput
        id={id}
        aria-label={`${field.label}, from`}
        value={from}
        onChange={(next) => write({ from: next, to })}
      />
      <DurationInput
        id={`${id}-to`}
        aria-label={`${field.label}, to`}
        value={to}
        onChange={(next) => write({ from, to: next })}
      />
    </div>
  );
}

type NumberRange = { readonly from: number | null; readonly to: number | null };

const writeNumbers = ({ from, to }: NumberRange) =>
  writeRange({ from: from === null ? null : String(from), to: to === null ? null : String(to) });

function numbersOf(value: string | null): NumberRange {
  const range = value === null ? null : parseRange(value);
  const read = (text: string | null | undefined) => (text && Number.isFinite(Number(text)) ? Number(text) : null);
  return { from: read(range?.from), to: read(range?.to) };
}
