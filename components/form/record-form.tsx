'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { inputOverride, overridesOf } from '../models/overrides';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { toast } from '../ui/toast';
import { ConflictDialog } from './conflict-dialog';
import { draftKey } from './draft';
import { stable } from './merge';
import { selectorOf } from './form-model';
import { FormField } from './form-field';
import { FailureNotice, RestoredNotice } from './form-notices';
import { fieldOfPath, problemsOfField } from './paths';
import type { SaveAction, SaveResult } from './save-result';
import { SectionNav } from './section-nav';
import { useDraft } from './use-draft';
import { useRecordForm, type FormLookups } from './use-record-form';
import { useUnsavedGuard } from './use-unsaved-guard';

export interface RecordFormProps {
  view: ModelView;
  /** What the form starts with: the values of the record, or defaults for a new one. */
  initial: Readonly<Record<string, unknown>>;
  /** The record being changed; null for a new one. */
  record: { readonly id: string; readonly version: number } | null;
  showing: Showing;
  action: SaveAction;
  lookups: FormLookups;
  cancelHref: string;
  /** Where a saved record opens; the id follows. The model's own pages by default. */
  savedPath?: string;
}

/** The form of any model, derived from its declaration. Keeps what is typed through every failure. */
export function RecordForm({
  view,
  initial,
  record,
  showing,
  action,
  lookups,
  cancelHref,
  savedPath = `/${view.path}`,
}: RecordFormProps) {
  const router = useRouter();
  const version = record?.version ?? null;
  const state = useRecordForm({ view, initial, version, titles: showing.titles, action, lookups });
  const { sections, values, problems, pending, isDirty } = state;
  // Remounts the inputs where values come from outside: a restored draft, another new record.
  const [round, setRound] = useState(0);
  /** Fields of a restored draft that others have changed too since. */
  const [overlaps, setOverlaps] = useState<readonly string[]>([]);
  const leaving = useRef(false);
  // Drafts of new records are told apart by what they started with: one for each session, one for each copy.
  const variant = record ? '' : stable(initial);
  const draft = useDraft({
    storageKey: draftKey(view.name, record?.id ?? null, variant),
    isDirty: isDirty && !leaving.current,
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
  useUnsavedGuard(isDirty && !leaving.current);

  function finish(result: SaveResult | null, thenAnother: boolean) {
    if (!result?.ok) return;
    draft.forget();
    const href = `${savedPath}/${result.id}`;
    const title = result.isProposal ? 'Sent to the reviewers' : `${view.label} saved`;
    if (thenAnother) {
      state.settle(initial);
      setRound((before) => before + 1);
      toast({
        tone: 'success',
        title,
        description: result.title,
        action: { label: 'Open it', onClick: () => router.push(href) },
      });
      requestAnimationFrame(() =>
        state.form.current?.querySelector<HTMLElement>('input, textarea, button[role="combobox"]')?.focus(),
      );
      return;
    }
    leaving.current = true;
    state.settle();
    toast({
      tone: 'success',
      title,
      ...(result.isProposal ? { description: 'It takes effect once it is approved.' } : {}),
    });
    router.push(href);
    router.refresh();
  }

  const save = async (thenAnother = false) => {
    if (pending) return;
    if (record && !isDirty) return router.push(cancelHref);
    finish(await state.save(), thenAnother);
  };

  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      // What is typed in the focused input is read when it is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      void saveNow.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const troubled = new Set(problems.map(({ path }) => fieldOfPath(path)));
  return (
    <div className="flex gap-8">
      {sections.length > 1 ? (
        <SectionNav
          sections={sections.map(({ title, names }, index) => ({
            id: `section-${index}`,
            title,
            hasProblem: names.some((name) => troubled.has(name)),
          }))}
        />
      ) : null}
      <form
        ref={state.form}
        noValidate
        className="flex max-w-4xl min-w-0 flex-1 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {draft.restoredAt === null ? null : (
          <RestoredNotice
            at={draft.restoredAt}
            overlaps={overlaps.map((name) => view.fields[name]?.label ?? name)}
            onDiscard={() => {
              draft.forget();
              state.settle(initial);
              setRound((before) => before + 1);
            }}
          />
        )}
        <ErrorSummary errors={state.summary} />
        {sections.map(({ title, help, names }, index) => (
          <section
            key={`${title}-${round}`}
            id={`section-${index}`}
            aria-labelledby={`section-${index}-title`}
            className="scroll-mt-20 border-t pt-3 pb-2"
          >
            <h2 id={`section-${index}-title`} className="text-base font-semibold">
              {title}
            </h2>
            {help ? <p className="text-sm text-muted-foreground">{help}</p> : null}
            <div className="mt-3 grid grid-cols-1 items-start gap-x-6 gap-y-4 lg:grid-cols-2">
              {names.map((name) => {
                const field = view.fields[name];
                if (!field) return null;
                const { own, nested } = problemsOfField(problems, name);
                const selector = selectorOf(field) ?? overridesOf(view.name).selectors?.[name];
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
        <div className="sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center gap-2 border-t bg-background px-1 py-3">
          {state.failure ? (
            <div className="w-full">
              <FailureNotice failure={state.failure} />
            </div>
          ) : null}
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
          {record ? null : (
            <Button disabled={pending} onClick={() => void save(true)}>
              Save and add another
            </Button>
          )}
          <Button asChild variant="ghost">
            <Link href={cancelHref}>Cancel</Link>
          </Button>
          <span role="status" className="ml-auto text-sm text-muted-foreground">
            {pending ? 'Saving…' : isDirty ? 'Not saved yet' : ''}
          </span>
        </div>
      </form>
      {state.conflict ? (
        <ConflictDialog
          view={view}
          conflict={state.conflict}
          mine={values}
          showing={{ ...showing, titles: joinTitles(showing.titles, state.learnedTitles(), state.conflict.titles) }}
          onClose={state.closeConflict}
          onSave={(merged) => void state.saveMerged(merged).then((result) => finish(result, false))}
        />
      ) : null}
    </div>
  );
}

function joinTitles(...all: Showing['titles'][]): Showing['titles'] {
  const joined: Record<string, Record<string, string>> = {};
  for (const titles of all)
    for (const [model, byId] of Object.entries(titles)) joined[model] = { ...joined[model], ...byId };
  return joined;
}
