'use client';

import { cn } from './cn';
import { Input } from './input';
import { parseDate } from './parse-date-time';
import { PickerButton } from './picker-button';
import type { TypedInputProps } from './typed-input-props';
import { useTypedText } from './use-typed-text';

export interface DateInputProps extends TypedInputProps<string> {
  /** The IANA zone that decides what "today" is. */
  zone: string;
  /** `YYYY-MM-DD`; limits what the calendar offers. */
  min?: string;
  max?: string;
}

/** A calendar day, `YYYY-MM-DD`. Understands "today", and 20.11.2026; the arrow keys step by days. */
export function DateInput({ value, onChange, zone, min, max, name, className, ...props }: DateInputProps) {
  const typed = useTypedText({
    value,
    onChange,
    parse: (text) => parseDate(text, { now: Date.now(), zone }),
    write: (day) => day,
  });

  function stepDays(event: React.KeyboardEvent) {
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (days === 0) return;
    event.preventDefault();
    if (value === null) return onChange(parseDate('today', { now: Date.now(), zone }).value);
    onChange(new Date(Date.parse(value) + days * 86_400_000).toISOString().slice(0, 10));
  }

  return (
    <span className={cn('relative block min-w-0', className)}>
      <Input placeholder="YYYY-MM-DD" {...props} {...typed} autoComplete="off" onKeyDown={stepDays} className="pr-8" />
      <PickerButton
        type="date"
        value={value ?? ''}
        min={min}
        max={max}
        disabled={props.disabled}
        onPick={(day) => onChange(day || null)}
      />
      {name ? <input type="hidden" name={name} value={value ?? ''} /> : null}
    </span>
  );
}
