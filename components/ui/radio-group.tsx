'use client';

import * as Radix from 'radix-ui/radio-group';
import { useId } from 'react';
import { cn } from './cn';
import { useControl, useFieldLabelId } from './field-context';
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

export function RadioGroup({ value, onChange, options, inline = false, className, ...props }: RadioGroupProps) {
  const groupId = useId();
  const labelId = useFieldLabelId();
  const control = useControl(props);
  return (
    <Radix.Root
      {...control}
      {...(control['aria-label'] ? {} : { 'aria-labelledby': labelId })}
      value={value ?? ''}
      onValueChange={onChange}
      className={cn('flex gap-x-5 gap-y-1', inline ? 'flex-row flex-wrap' : 'flex-col', className)}
    >
      {options.map((option, index) => (
        <label key={option.value} htmlFor={`${groupId}-${index}`} className="flex min-h-6 items-start gap-2 py-0.5">
          <Radix.Item
            id={`${groupId}-${index}`}
            value={option.value}
            disabled={option.disabled}
            className="flex size-4.5 shrink-0 items-center justify-center rounded-full border border-input bg-surface disabled:opacity-50 data-[state=checked]:border-accent"
          >
            <Radix.Indicator className="size-2.5 rounded-full bg-accent" />
          </Radix.Item>
          <span className="min-w-0 leading-5">
            {option.label}
            {option.description ? (
              <span className="block text-xs text-muted-foreground">{option.description}</span>
            ) : null}
          </span>
        </label>
      ))}
    </Radix.Root>
  );
}
