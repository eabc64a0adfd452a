'use client';

import { CircleAlert } from 'lucide-react';
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import { cn } from './cn';
import { FieldContext } from './field-context';
import { Label } from './label';

export interface FieldProps {
  label: ReactNode;
  /** The id of the control; error summaries link to it. */
  id?: string | undefined;
  help?: ReactNode;
  errors?: readonly string[] | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** For several controls under one label (radios, rows): a named group instead of a label of one control. */
  group?: boolean;
  hideLabel?: boolean;
  /** At the right of the label: a unit, a small action. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A control with its label, help and errors, all wired by id. */
export function Field({
  label,
  id: givenId,
  help,
  errors = [],
  required = false,
  disabled = false,
  group = false,
  hideLabel = false,
  aside,
  className,
  children,
}: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const labelId = `${id}-label`;
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const setProblem = useCallback((key: string, message: string | null) => {
    setProblems((before) => {
      if ((before[key] ?? null) === message) return before;
      const { [key]: _gone, ...others } = before;
      return message === null ? others : { ...others, [key]: message };
    });
  }, []);

  const own = Object.values(problems);
  const messages = [...own, ...errors.filter((message) => !own.includes(message))];
  const invalid = messages.length > 0;
  const describedBy = [help ? `${id}-help` : '', invalid ? `${id}-errors` : ''].filter(Boolean).join(' ') || undefined;
  const wiring = useMemo(
    () => ({ id, labelId, describedBy, invalid, required, disabled, setProblem }),
    [id, labelId, describedBy, invalid, required, disabled, setProblem],
  );

  const mark = required ? (
    <span aria-hidden className="ml-0.5 text-danger" title="Required">
      *
    </span>
  ) : null;

  return (
    <div
      className={cn('flex min-w-0 flex-col gap-1', className)}
      {...(group
        ? { role: 'group', 'aria-labelledby': labelId, 'aria-describedby': describedBy, id, tabIndex: -1 }
        : {})}
    >
      <div className={cn('flex items-baseline justify-between gap-3', hideLabel && !aside && 'sr-only')}>
        {group ? (
          <span id={labelId} className={cn('text-sm leading-5 font-medium', hideLabel && 'sr-only')}>
            {label}
            {mark}
          </span>
        ) : (
          <Label id={labelId} htmlFor={id} className={cn(hideLabel && 'sr-only')}>
            {label}
            {mark}
          </Label>
        )}
        {aside ? <span className="text-xs text-muted-foreground">{aside}</span> : null}
      </div>
      <FieldContext value={wiring}>{children}</FieldContext>
      {help ? (
        <div id={`${id}-help`} className="text-xs text-muted-foreground">
          {help}
        </div>
      ) : null}
      <FieldErrors id={`${id}-errors`} messages={messages} />
    </div>
  );
}

function FieldErrors({ id, messages }: { id: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-0.5 text-xs text-danger">
      {messages.map((message) => (
        <li key={message} className="flex gap-1">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {message}
        </li>
      ))}
    </ul>
  );
}
