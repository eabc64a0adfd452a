'use client';

import { Check, Minus } from 'lucide-react';
import * as Radix from 'radix-ui/checkbox';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';

export interface CheckboxProps {
  value: boolean;
  onChange: (value: boolean) => void;
  /** Shown beside the box; without it give `aria-label`, or a Field around. */
  label?: ReactNode;
  description?: ReactNode;
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

export function Checkbox({
  value,
  onChange,
  label,
  description,
  indeterminate = false,
  className,
  ...props
}: CheckboxProps) {
  const ownId = useId();
  const control = useControl({ ...props, id: props.id ?? (label ? ownId : undefined) });
  const box = (
    <Radix.Root
      {...control}
      value="true"
      checked={indeterminate ? 'indeterminate' : value}
      onCheckedChange={(checked) => onChange(checked === true)}
      className={cn(
        'flex size-4.5 shrink-0 items-center justify-center rounded border border-input bg-surface',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-accent-foreground',
        'data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent data-[state=indeterminate]:text-accent-foreground',
        'disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger',
        !label && className,
      )}
    >
      <Radix.Indicator>
        {indeterminate ? (
          <Minus className="size-3.5" strokeWidth={3} />
        ) : (
          <Check className="size-3.5" strokeWidth={3} />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <label htmlFor={control.id} className={cn('flex min-h-6 items-start gap-2 py-0.5', className)}>
      {box}
      <span className="min-w-0 leading-5">
        {label}
        {description ? <span className="block text-xs text-muted-foreground">{description}</span> : null}
      </span>
    </label>
  );
}
