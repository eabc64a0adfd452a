'use client';

import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';

interface PickerButtonProps {
  type: 'date' | 'datetime-local';
  /** In the form of the native input. */
  value: string;
  onPick: (value: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
}

/** Opens the browser's own calendar beside a text field. */
export function PickerButton({ type, value, onPick, min, max, disabled }: PickerButtonProps) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className="absolute inset-y-0 right-1 flex items-center">
      <input
        ref={native}
        type={type}
        step={type === 'date' ? undefined : 1}
        tabIndex={-1}
        aria-hidden
        value={value}
        min={min}
        max={max}
        disabled={disabled}
        onChange={(event) => onPick(event.target.value)}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      <button
        type="button"
        aria-label="Open calendar"
        title="Open calendar"
        disabled={disabled}
        onClick={() => native.current?.showPicker()}
        className="relative flex size-6 items-center justify-center rounded text-muted-foreground hover:bg-muted hover:text-foreground disabled:opacity-50"
      >
        <CalendarDays aria-hidden className="size-4" />
      </button>
    </span>
  );
}
