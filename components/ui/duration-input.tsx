'use client';

import { cn } from './cn';
import { parseDuration, writeDuration } from './duration';
import { Input } from './input';
import type { Parsed } from './parse-date-time';
import type { TypedInputProps } from './typed-input-props';
import { useTypedText } from './use-typed-text';

export interface DurationInputProps extends TypedInputProps<number> {
  /** An offset may lie before the onset. */
  allowNegative?: boolean;
}

/** A duration or an offset in whole milliseconds, written hh:mm:ss(.mmm). Understands 1h 30min, 250 ms and 2:30. */
export function DurationInput({
  value,
  onChange,
  allowNegative = false,
  name,
  className,
  ...props
}: DurationInputProps) {
  function parse(text: string): Parsed<number> {
    const read = parseDuration(text);
    if (allowNegative || read.value === null || read.value >= 0) return read;
    return { value: null, problem: 'This cannot be negative.' };
  }
  const typed = useTypedText({ value, onChange, parse, write: writeDuration });
  return (
    <span className={cn('block min-w-0', className)}>
      <Input placeholder="hh:mm:ss" {...props} {...typed} autoComplete="off" />
      {name ? <input type="hidden" name={name} value={value ?? ''} /> : null}
    </span>
  );
}
