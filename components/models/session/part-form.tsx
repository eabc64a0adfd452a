'use client';

import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { Showing } from '@/components/fields/field-parts';
import { ConflictDialog } from '@/components/form/conflict-dialog';
import { draftKey, saveDraft, type Draft } from '@/components/form/draft';
import { FormField } from '@/components/form/form-field';
import { selectorOf } from '@/components/form/form-model';
import { FailureNotice, RestoredNotice } from '@/components/form/form-notices';
import { problemsOfField } from '@/components/form/paths';
import type { SaveAction, SaveResult } from '@/components/form/save-result';
import { useDraft } from '@/components/form/use-draft';
import { useRecordForm, type FormLookups } from '@/components/form/use-record-form';
import { useUnsavedGuard } from '@/components/form/use-unsaved-guard';
import { inputOverride } from '@/components/models/overrides';

type Values = Readonly<Record<string, unknown>>;

export type FormState = { readonly isDirty: boolean; readonly hasProblems: boolean };

export interface PartFormProps {
  view: ModelView;
  initial: Values;
  record: { readonly id: string; readonly version: number } | null;
  /** Tells the drafts of several forms apart: those of one record, and those of new ones. */
  variant: string;
  showing: Showing;
  action: SaveAction;
  lookups: FormLookups;
  saveLabel?: string;
  /** The way to save stays in reach of a thumb while one scrolls. */
  hasSaveInSight?: boolean;
  /** Has rows of many columns. */
  isWide?: boolean;
  onSaved: (result: Extract<SaveResult, { ok: true }>) => void;
  onCancel?: () => void;
  /** Hears when something is typed or wrong here, for marks elsewhere on the page. */
  onState?: (state: FormState) => void;
  /** The fields as they are drawn, given what is typed: choices that depend on other rows. */
  adapt?: (fields: ModelView['fields'], values: Values) => ModelView['fields'];
  /** Below the fields, given what is typed and whether it is saved. */
  footnote?: (values: Values, isDirty: boolean) => ReactNode;
  /** Hears what is typed, and may fill in what follows from it. Keep it the same between renders. */
  follow?: (values: Values, change: (name: string, value: unknown) => void) => void;
}

/** A record's form inside a page that goes on: it saves, tells, and stays. Made of the parts of the form engine. */
export function PartForm(props: PartFormProps) {
  const { view, initial, record, variant, showing, lookups, onSaved, onCancel, onState, adapt, footnote, follow } =
    props;
  const { saveLabel = 'Save', hasSaveInSight = false, isWide = false } = props;
  const version = record?.version ?? null;
  const state = useRecordForm({ view, initial, version, titles: showing.titles, action: props.action, lookups });
  const { values, problems, pending, isDirty, conflict } = state;
  const [round, setRound] = useState(0);
  /** Fields of a restored draft that others have changed too since. */
  const [overlaps, setOverlaps] = useState<readonly string[]>([]);
  const isDone = useRef(false);
  const storageKey = draftKey(view.name, record?.id ?? null, variant);
  const draft = useDraft({
    storageKey,
    isDirty: isDirty && !isDone.current,
    values,
    base: state.base,
    version: state.version,
    titles: state.learnedTitles,
    onRestore(found) {
      state.learn(found.titles);
      setOverlaps(state.restore(found));
      setRound((before) => before + 1);
    },
  });
  useUnsavedGuard(isDirty && !isDone.current);

  // Another tab takes this form's place at once: the last keys go into the draft.
  const unsaved = useRef<Omit<Draft, 'at' | 'titles'> | null>(null);
  unsaved.current = isDirty && !isDone.current ? { values, base: state.base, version: state.version } : null;
  const { learnedTitles } = state;
  useEffect(
    () => () => {
      if (unsaved.current) saveDraft(storageKey, { ...unsaved.current, at: Date.now(), titles: learnedTitles() });
    },
    [storageKey, learnedTitles],
  );

  const hasProblems = problems.length > 0;
  const tell = useRef(onState);
  tell.current = onState;
  useEffect(() => tell.current?.({ isDirty, hasProblems }), [isDirty, hasProblems]);

  function finish(result: SaveResult | null) {
    if (!result?.ok) return;
    isDone.current = true;
    unsaved.current = null;
    draft.forget();
    state.settle();
    onSaved(result);
    isDone.current = false;
  }

  const save = async () => {
    if (!pending) finish(await state.save());
  };
  const discard = () => {
    draft.forget();
    state.settle(initial);
    setRound((before) => before + 1);
  };
  const cancel = () => {
    isDone.current = true;
    unsaved.current = null;
    draft.forget();
    onCancel?.();
  };

  // Different fields changed by two people need no question.
  const saveMerged = useRef(state.saveMerged);
  saveMerged.current = state.saveMerged;
  const mustChoose = conflict !== null && conflict.merge.conflicts.length > 0;
  const merged = conflict && !mustChoose ? conflict.merge.values : null;
  const finishNow = useRef(finish);
  finishNow.current = finish;
  useEffect(() => {
    if (merged) void saveMerged.current(merged).then((result) => finishNow.current(result));
  }, [merged]);

  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      const focused = document.activeElement;
      // Of several forms on the page, the one that is typed in is saved.
      if (!(focused instanceof HTMLElement) || !state.form.current?.contains(focused)) return;
      // What is typed in the focused input is read when it is left.
      focused.blur();
      void saveNow.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [state.form]);

  const { change } = state;
  useEffect(() => follow?.(values, change), [follow, values, change]);

  const fields = useMemo(() => adapt?.(view.fields, values) ?? view.fields, [adapt, view.fields, values]);
  return (
    <form
      ref={state.form}
      noValidate
      aria-label={view.label}
      className={cn('flex min-w-0 flex-col gap-4', isWide ? 'max-w-6xl' : 'max-w-4xl')}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      {draft.restoredAt === null ? null : (
        <RestoredNotice
          at={draft.restoredAt}
          overlaps={overlaps.map((name) => view.fields[name]?.label ?? name)}
          onDiscard={discard}
        />
      )}
      <ErrorSummary errors={state.summary} />
      {state.sections.map(({ title, help, names }, index) => (
        <section key={`${title}-${round}`} aria-label={title} className={index > 0 ? 'border-t pt-3' : undefined}>
          {state.sections.length > 1 && names.some((name) => fields[name]?.label !== title) ? (
            <h3 className="text-base font-semibold">{title}</h3>
          ) : null}
          {help ? <p className="text-sm text-muted-foreground">{help}</p> : null}
          <div className="mt-2 grid grid-cols-1 items-start gap-x-6 gap-y-4 lg:grid-cols-2">
            {names.map((name) => {
              const field = fields[name];
              if (!field) return null;
              const { own, nested } = problemsOfField(problems, name);
              const selector = selectorOf(field);
              return (
                <FormField
                  key={name}
                  model={view.name}
                  record={record?.id ?? null}
                  name={name}
                  field={field}
                  value={values[name]}
                  onChange={state.change}
                  selector={selector ? values[selector] : undefined}
                  own={own}
                  nested={nested}
                  showing={showing}
                  source={state.source}
                  isFixed={record !== null && field.fixed === true}
                  override={inputOverride(view.name, name)}
                />
              );
            })}
          </div>
        </section>
      ))}
      {footnote?.(values, isDirty)}
      <div
        className={cn(
          'flex flex-wrap items-center gap-2 border-t pt-3',
          hasSaveInSight && 'sticky bottom-0 z-10 bg-background pb-3',
        )}
      >
        {state.failure ? (
          <div className="w-full">
            <FailureNotice failure={state.failure} />
          </div>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          {...(hasSaveInSight ? { size: 'lg', className: 'min-h-12 max-sm:flex-1' } : {})}
        >
          {saveLabel}
        </Button>
        {onCancel ? (
          <Button variant="ghost" onClick={cancel}>
            Cancel
          </Button>
        ) : null}
        <span role="status" className="ml-auto text-sm text-muted-foreground">
          {pending ? 'Saving…' : isDirty ? 'Not saved yet' : ''}
        </span>
      </div>
      {conflict && mustChoose ? (
        <ConflictDialog
          view={view}
          conflict={conflict}
          mine={values}
          showing={{ ...showing, titles: { ...showing.titles, ...conflict.titles } }}
          onClose={state.closeConflict}
          onSave={(chosen) => void state.saveMerged(chosen).then(finish)}
        />
      ) : null}
    </form>
  );
}
