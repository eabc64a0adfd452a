'use client';

import { Check, Minus } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';
import { keepEnter } from './on-enter';

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
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const Mark = indeterminate ? Minus : Check;
  const box = (
    <span className={cn('relative flex size-4.5 shrink-0 items-center justify-center', !label && className)}>
      <input
        {...control}
        ref={input}
        type="checkbox"
        value="true"
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
        onKeyDown={keepEnter}
        className={
          'peer absolute inset-0 appearance-none rounded border border-input bg-surface checked:border-accent checked:bg-accent ' +
          'indeterminate:border-accent indeterminate:bg-accent disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger'
        }
      />
      <Mark
        aria-hidden
        className="pointer-events-none relative hidden size-3.5 text-accent-foreground peer-checked:block peer-indeterminate:block"
        strokeWidth={3}
      />
    </span>
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
