'use client';

import { useId } from 'react';
import { cn } from './cn';
import { useControl, useFieldLabelId } from './field-context';
import { keepEnter } from './on-enter';
import type { Option } from './option';

export interface RadioGroupProps {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** Side by side where there is room. */
  inline?: boolean;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

export function RadioGroup({ value, onChange, options, inline = false, name, className, ...props }: RadioGroupProps) {
  const groupId = useId();
  const labelId = useFieldLabelId();
  const { disabled, ...control } = useControl(props);
  return (
    <div
      role="radiogroup"
      {...control}
      {...(control['aria-label'] ? {} : { 'aria-labelledby': labelId })}
      className={cn('flex gap-x-5 gap-y-1', inline ? 'flex-row flex-wrap' : 'flex-col', className)}
    >
      {options.map((option, index) => (
        <label key={option.value} htmlFor={`${groupId}-${index}`} className="flex min-h-6 items-start gap-2 py-0.5">
          <span className="relative flex size-4.5 shrink-0 items-center justify-center">
            <input
              type="radio"
              id={`${groupId}-${index}`}
              name={name ?? groupId}
              value={option.value}
              checked={option.value === value}
              disabled={disabled || option.disabled}
              onChange={() => onChange(option.value)}
              onKeyDown={keepEnter}
              className="peer absolute inset-0 appearance-none rounded-full border border-input bg-surface checked:border-accent disabled:opacity-50"
            />
            <span
              aria-hidden
              className="pointer-events-none relative hidden size-2.5 rounded-full bg-accent peer-checked:block"
            />
          </span>
          <span className="min-w-0 leading-5">
            {option.label}
            {option.description ? (
              <span className="block text-xs text-muted-foreground">{option.description}</span>
            ) : null}
          </span>
        </label>
      ))}
    </div>
  );
}
