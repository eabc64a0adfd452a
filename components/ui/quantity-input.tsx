'use client';

import { cn } from './cn';
import { NumberInput, type NumberInputProps } from './number-input';
import { Select } from './select';

export interface Quantity {
  value: number | null;
  unit: string;
}

export interface QuantityInputProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'suffix' | 'name'> {
  value: Quantity | null;
  /** Null when the number is empty and the unit is the first one. */
  onChange: (value: Quantity | null) => void;
  /** The first is taken where none is chosen. A single one is only shown. */
  units: readonly string[];
  /** The names of the two form fields become `name.value` and `name.unit`. */
  name?: string;
}

/** A number with its unit. Changing the unit does not convert the number. */
export function QuantityInput({ value, onChange, units, name, className, ...props }: QuantityInputProps) {
  const standard = units[0] ?? '';
  const unit = value?.unit ?? standard;
  const known = units.includes(unit) ? units : [unit, ...units];

  function change(next: Quantity) {
    onChange(next.value === null && next.unit === standard ? null : next);
  }

  return (
    <span className={cn('flex min-w-0 gap-1.5', className)}>
      <NumberInput
        {...props}
        value={value?.value ?? null}
        onChange={(number) => change({ value: number, unit })}
        suffix={known.length === 1 ? unit : undefined}
        className="flex-1"
        {...(name ? { name: `${name}.value` } : {})}
      />
      {known.length > 1 ? (
        <Select
          // An id of its own: the label of the field around belongs to the number.
          id={`${props.id ?? name ?? 'quantity'}-unit`}
          aria-label={`Unit${props['aria-label'] ? ` of ${props['aria-label']}` : ''}`}
          value={unit}
          onChange={(next) => change({ value: value?.value ?? null, unit: next ?? standard })}
          options={known.map((code) => ({ value: code, label: code }))}
          className="w-26 shrink-0"
          {...(props.disabled ? { disabled: true } : {})}
          {...(name ? { name: `${name}.unit` } : {})}
        />
      ) : name ? (
        <input type="hidden" name={`${name}.unit`} value={unit} />
      ) : null}
    </span>
  );
}
