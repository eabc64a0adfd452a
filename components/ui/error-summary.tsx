'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';

export interface SummaryError {
  /** The id of the control (or of its Field group) to go to; null where the problem belongs to none. */
  id: string | null;
  label: string;
  message: string;
  /** Its field was changed since; the next attempt to save tells. */
  isChanged?: boolean;
}

interface ErrorSummaryProps {
  /** The same objects until the next attempt to save: a new one takes the focus. */
  errors: readonly SummaryError[];
  /** Called before focus moves, for instance to open the tab that holds the control. May return a promise. */
  onGo?: (error: SummaryError) => void | Promise<void>;
}

/** All problems of a form in one place. Takes the focus when it appears; each line leads to its control. */
export function ErrorSummary({ errors, onGo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef<readonly SummaryError[]>([]);
  useEffect(() => {
    if (errors.some((error) => !error.isChanged && !seen.current.includes(error))) box.current?.focus();
    seen.current = errors;
  }, [errors]);
  if (errors.length === 0) return null;
  const left = errors.filter(({ isChanged }) => !isChanged).length;

  async function go(error: SummaryError) {
    await onGo?.(error);
    // Wait for the tab to be painted before its control can take the focus.
    requestAnimationFrame(() => {
      const target = error.id ? document.getElementById(error.id) : null;
      target?.scrollIntoView({ block: 'center' });
      target?.focus({ preventScroll: true });
    });
  }

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border border-danger/40 bg-danger/5 px-4 py-3 focus-visible:outline-danger"
    >
      <h2 className="flex items-center gap-2 font-medium text-danger">
        <CircleAlert aria-hidden className="size-4" />
        {left === 0 ? 'Changed; save again' : left === 1 ? 'One problem to solve' : `${left} problems to solve`}
      </h2>
      <ul className="mt-1.5 flex flex-col gap-1 pl-6 text-sm">
        {errors.map((error) => (
          <li
            key={`${error.id ?? ''}:${error.label}:${error.message}`}
            className={error.isChanged ? 'text-muted-foreground line-through [&>button]:line-through' : undefined}
          >
            {error.id ? (
              <button
                type="button"
                className="text-left underline-offset-2 hover:underline"
                onClick={() => void go(error)}
              >
                {error.message.startsWith(error.label) ? null : <span className="font-medium">{error.label}: </span>}
                {error.message}
              </button>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
