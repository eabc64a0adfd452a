'use client';

import { startTransition, useActionState, useEffect, useRef, type ReactNode } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { emptyForm, type FormAction, type FormState } from './form-state';

interface ActionFormProps {
  action: FormAction;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  /** The whole width, for forms that stand alone. */
  isWide?: boolean;
  /** Sent along, never shown. */
  hidden?: Readonly<Record<string, string>>;
  children?: (state: FormState) => ReactNode;
  /** Stands before the form, and goes with it: other forms, which may not stand inside. */
  before?: ReactNode;
  /** What stands in place of the form when all is done, from what the action has answered; null: the form stays. */
  result?: (state: FormState) => ReactNode;
}

/** A short form that works without JavaScript, and with it keeps everything typed, passwords too, when it is refused. */
export function ActionForm({
  action,
  submitLabel,
  submitVariant = 'primary',
  isWide = false,
  hidden = {},
  children,
  before,
  result,
}: ActionFormProps) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const { detail } = state.errors;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state === emptyForm) return;
    if (Object.keys(state.errors).length === 0) form.current?.reset();
    else form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state]);

  const finished = state === emptyForm ? null : result?.(state);
  if (finished) return finished;
  const sheet = (
    <form
      ref={form}
      action={send}
      // React empties a form after its action; sending by hand leaves it as it is.
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        if (!pending) startTransition(() => send(typed));
      }}
      noValidate
      className="flex flex-col gap-4"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {detail ? (
        <Callout tone="danger" role="alert">
          {detail.join(' ')}
        </Callout>
      ) : null}
      {children?.(state)}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant={submitVariant}
          pending={pending}
          size={isWide ? 'lg' : 'md'}
          className={isWide ? 'w-full' : ''}
        >
          {submitLabel}
        </Button>
        <p role="status" className="text-sm text-success">
          {pending ? '' : state.done}
        </p>
      </div>
    </form>
  );
  if (!before) return sheet;
  return (
    <div className="flex flex-col gap-4">
      {before}
      {sheet}
    </div>
  );
}
