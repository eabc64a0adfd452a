'use client';

import type { ReactNode } from 'react';
import { cn } from './cn';
import { Input } from './input';
import { parseNumber } from './parse-number';
import type { TypedInputProps } from './typed-input-props';
import { useTypedText } from './use-typed-text';

export interface NumberInputProps extends TypedInputProps<number> {
  integer?: boolean;
  min?: number;
  max?: number;
  /** What the arrow keys add. */
  step?: number;
  /** Shown inside, at the right: the unit. */
  suffix?: ReactNode;
}

/** A number; the arrow keys step it, a decimal comma is understood. */
export function NumberInput({
  value,
  onChange,
  integer = false,
  min = -Infinity,
  max = Infinity,
  step = 1,
  suffix,
  name,
  className,
  ...props
}: NumberInputProps) {
  const typed = useTypedText({ value, onChange, parse: (text) => parseNumber(text, { integer }), write: String });

  function stepBy(event: React.KeyboardEvent) {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const next = (value ?? 0) + direction * step * (event.shiftKey ? 10 : 1);
    // Twelve digits: 0.1 + 0.2 shall read 0.3.
    onChange(Math.min(max, Math.max(min, Number(next.toPrecision(12)))));
  }

  return (
    <span className={cn('relative block min-w-0', className)}>
      <Input
        {...props}
        {...typed}
        inputMode={integer ? 'numeric' : 'decimal'}
        autoComplete="off"
        onKeyDown={stepBy}
        className={cn(suffix && 'pr-14')}
      />
      {suffix ? (
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-muted-foreground">
          {suffix}
        </span>
      ) : null}
      {name ? <input type="hidden" name={name} value={value ?? ''} /> : null}
    </span>
  );
}
