'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ErrorSummary } from '@/components/ui/error-summary';
import { toast } from '@/components/ui/toast';
import { ConflictQuestion, DraftNotice } from '@/components/form/form-dialogs';
import { FormFields } from '@/components/form/form-fields';
import { FailureNotice } from '@/components/form/form-notices';
import { FormStatus } from '@/components/form/form-status';
import { controlId } from '@/components/form/paths';
import type { SaveResult } from '@/components/form/save-result';
import { useFirstFocus } from '@/components/form/use-first-focus';
import { useDraftedForm, type DraftedForm, type DraftedFormSettings } from '@/components/form/use-drafted-form';
import { useSaveShortcut } from '@/components/form/use-save-shortcut';

type Values = Readonly<Record<string, unknown>>;

export type FormState = { readonly isDirty: boolean; readonly hasProblems: boolean };

export interface PartFormProps extends DraftedFormSettings {
  saveLabel?: string;
  /** The way to save is large, for gloves and thumbs. */
  hasLargeSave?: boolean;
  /** The field that has the focus first, with a keyboard: on a touch screen a focused input would only cover the page. */
  focusOn?: string;
  /** It is the page: it begins with the focus on its first field. */
  isPage?: boolean;
  /** Has rows of many columns. */
  isWide?: boolean;
  onSaved: (result: Extract<SaveResult, { ok: true }>) => void;
  onCancel?: () => void;
  /** Opens the form again, where that takes more than going to its page. */
  onReopen?: () => void;
  /** Hears when something is typed or wrong here, for marks elsewhere on the page. */
  onState?: (state: FormState) => void;
  /** The fields as they are drawn, given what is typed: choices that depend on other rows. */
  adapt?: (fields: ModelView['fields'], values: Values) => ModelView['fields'];
  /** Below single fields, by name. */
  notes?: Readonly<Record<string, ReactNode>>;
  /** Below the fields, given what is typed and whether it is saved; it may change what the page asks for in its own way. */
  footnote?: (values: Values, isDirty: boolean, change: (name: string, value: unknown) => void) => ReactNode;
  /** Hears what is typed, and may fill in what follows from it. Keep it the same between renders. */
  follow?: (values: Values, change: (name: string, value: unknown) => void) => void;
}

/** A record's form inside a page that goes on: it saves, tells, and stays. Made of the parts of the form engine. */
export function PartForm(props: PartFormProps) {
  const { view, record, showing, onSaved, onCancel, onState, adapt, notes, footnote, follow } = props;
  const { saveLabel = 'Save', hasLargeSave = false, focusOn, isPage = false, isWide = false } = props;
  const form = useDraftedForm(props, finish);
  const { values, isDirty, change } = form;
  const cancel = useCancel(form, props);
  useSaveShortcut(form.form, () => void form.save());

  function finish(result: Extract<SaveResult, { ok: true }>) {
    form.leave();
    form.settle();
    onSaved(result);
    form.stay();
  }

  useFirstFocus(isPage && !focusOn, { form: form.form, view, values, round: form.round });
  // Again when a draft has brought new inputs.
  useEffect(() => {
    if (focusOn && window.matchMedia('(pointer: fine)').matches) document.getElementById(controlId(focusOn))?.focus();
  }, [focusOn, form.round]);

  const hasProblems = form.problems.length > 0;
  const tell = useRef(onState);
  tell.current = onState;
  useEffect(() => tell.current?.({ isDirty, hasProblems }), [isDirty, hasProblems]);
  useEffect(() => follow?.(values, change), [follow, values, change]);

  const drawn = useMemo(() => (adapt ? { ...view, fields: adapt(view.fields, values) } : view), [adapt, view, values]);
  return (
    <form
      ref={form.form}
      noValidate
      aria-label={view.label}
      className={cn('flex min-w-0 flex-col gap-4', isWide ? 'max-w-6xl' : 'max-w-4xl')}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void form.save();
      }}
    >
      <DraftNotice form={form} view={view} />
      <ErrorSummary errors={form.summary} />
      {form.sections.map(({ title, help, names }, index) => (
        <section key={`${title}-${form.round}`} aria-label={title} className={index > 0 ? 'border-t pt-3' : undefined}>
          {form.sections.length > 1 && names.some((name) => drawn.fields[name]?.label !== title) ? (
            <h3 className="text-base font-semibold">{title}</h3>
          ) : null}
          {help ? <p className="text-sm text-muted-foreground">{help}</p> : null}
          <div className="mt-2">
            <FormFields
              form={form}
              view={drawn}
              names={names}
              showing={showing}
              record={record?.id ?? null}
              {...(notes ? { notes } : {})}
            />
          </div>
        </section>
      ))}
      {footnote?.(values, isDirty, change)}
      <div
        // The way to save stays in sight while one scrolls through a long form.
        className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t bg-background py-3"
      >
        {form.failure ? (
          <div className="w-full">
            <FailureNotice failure={form.failure} />
          </div>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          pending={form.pending}
          {...(hasLargeSave ? { size: 'lg', className: 'min-h-12 max-sm:flex-1' } : {})}
        >
          {saveLabel}
        </Button>
        {onCancel ? (
          <Button variant="ghost" onClick={cancel}>
            Cancel
          </Button>
        ) : null}
        <FormStatus form={form} />
      </div>
      <ConflictQuestion form={form} view={view} showing={showing} />
    </form>
  );
}

/** Closes a form and forgets what was typed in it; that can be undone. */
function useCancel({ draft, leave, isDirty }: DraftedForm, { view, onCancel, onReopen }: PartFormProps): () => void {
  const router = useRouter();
  return () => {
    leave();
    const gone = draft.forget();
    onCancel?.();
    if (!isDirty || !gone) return;
    const undo = () => {
      draft.keep(gone);
      if (onReopen) onReopen();
      else router.push(gone.href);
    };
    toast({ title: `${view.label}: what you typed is discarded`, action: { label: 'Undo', onClick: undo } });
  };
}
