'use client';

import * as Radix from 'radix-ui/switch';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';

export interface SwitchProps {
  value: boolean;
  onChange: (value: boolean) => void;
  label?: ReactNode;
  description?: ReactNode;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

/** For what takes effect at once; a choice that waits for Save is a Checkbox. */
export function Switch({ value, onChange, label, description, className, ...props }: SwitchProps) {
  const ownId = useId();
  const control = useControl({ ...props, id: props.id ?? (label ? ownId : undefined) });
  const toggle = (
    <Radix.Root
      {...control}
      value="true"
      checked={value}
      onCheckedChange={onChange}
      className={cn(
        'inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-input bg-muted transition-colors',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:cursor-not-allowed disabled:opacity-50',
        !label && className,
      )}
    >
      <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-muted-foreground transition-transform data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-accent-foreground" />
    </Radix.Root>
  );
  if (!label) return toggle;
  return (
    <label htmlFor={control.id} className={cn('flex min-h-6 items-start gap-2.5 py-0.5', className)}>
      {toggle}
      <span className="min-w-0 leading-5">
        {label}
        {description ? <span className="block text-xs text-muted-foreground">{description}</span> : null}
      </span>
    </label>
  );
}
