'use client';

import { cn } from './cn';
import { Input } from './input';
import { parseDateTime } from './parse-date-time';
import { PickerButton } from './picker-button';
import type { TypedInputProps } from './typed-input-props';
import { useTypedText } from './use-typed-text';
import { offsetAt, writeInstant, writeOffset } from './zoned-time';

export interface DateTimeInputProps extends TypedInputProps<string> {
  /** The IANA zone in which the time is typed and shown. The value itself is an ISO instant in UTC. */
  zone: string;
}

/** A moment. Understands "now", "14:30", "today 14:30", "2026-11-20 14:30:15.250" and times with an offset. */
export function DateTimeInput({ value, onChange, zone, name, className, ...props }: DateTimeInputProps) {
  const typed = useTypedText({
    value,
    onChange,
    parse: (text) => parseDateTime(text, { now: Date.now(), zone }),
    write: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : writeInstant(Date.parse(iso), zone)),
  });
  const instant = value === null ? Number.NaN : Date.parse(value);
  const wall = Number.isNaN(instant) ? '' : writeInstant(instant, zone).replace(' ', 'T');

  return (
    <span className={cn('relative block min-w-0', className)}>
      <Input placeholder="YYYY-MM-DD hh:mm" {...props} {...typed} autoComplete="off" className="pr-8 sm:pr-36" />
      <span
        title={Number.isNaN(instant) ? zone : `${zone}, ${writeOffset(offsetAt(instant, zone))}`}
        className="pointer-events-none absolute inset-y-0 right-8 hidden max-w-28 items-center text-xs text-muted-foreground sm:flex"
      >
        <span className="truncate">{zone}</span>
      </span>
      <PickerButton
        type="datetime-local"
        value={wall}
        disabled={props.disabled}
        onPick={(local) => onChange(local ? parseDateTime(local, { now: Date.now(), zone }).value : null)}
      />
      {name ? <input type="hidden" name={name} value={value ?? ''} /> : null}
    </span>
  );
}
