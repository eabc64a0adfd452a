'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { toast } from '../ui/toast';
import { ConflictQuestion, DraftNotice } from './form-dialogs';
import { FormFields } from './form-fields';
import { FailureNotice } from './form-notices';
import { FormStatus } from './form-status';
import { focusFirstOpen } from './focus-first-open';
import { stable } from './merge';
import { onlyNow, withoutNow } from './starts-now';
import { fieldOfPath } from './paths';
import type { SaveAction, SaveResult } from './save-result';
import { SectionNav } from './section-nav';
import { useDraftedForm } from './use-drafted-form';
import { useFirstFocus } from './use-first-focus';
import { usePresence } from './use-presence';
import type { FormLookups } from './use-lookup-source';
import { useSaveShortcut } from './use-save-shortcut';

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
export function RecordForm(props: RecordFormProps) {
  const { view, record, showing, cancelHref } = props;
  const { form, save } = useRecordPage(props);
  const { sections, pending } = form;
  const troubled = new Set(form.problems.map(({ path }) => fieldOfPath(path)));
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
        ref={form.form}
        noValidate
        className="flex max-w-4xl min-w-0 flex-1 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <DraftNotice form={form} view={view} />
        <ErrorSummary errors={form.summary} />
        {sections.map(({ title, help, names }, index) => (
          <section
            key={`${title}-${form.round}`}
            id={`section-${index}`}
            aria-labelledby={`section-${index}-title`}
            className="scroll-mt-20 border-t pt-3 pb-2"
          >
            <h2 id={`section-${index}-title`} className="text-base font-semibold">
              {title}
            </h2>
            {help ? <p className="text-sm text-muted-foreground">{help}</p> : null}
            <div className="mt-3">
              <FormFields form={form} view={view} names={names} showing={showing} record={record?.id ?? null} />
            </div>
          </section>
        ))}
        <div className="sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center gap-2 border-t bg-background px-1 py-3">
          {form.failure ? (
            <div className="w-full">
              <FailureNotice failure={form.failure} />
            </div>
          ) : null}
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
          {record ? null : (
            <Button disabled={pending} onClick={() => save(true)}>
              Save and add another
            </Button>
          )}
          <Button asChild variant="ghost">
            <Link href={cancelHref}>Cancel</Link>
          </Button>
          <FormStatus form={form} isPage />
        </div>
      </form>
      <ConflictQuestion form={form} view={view} showing={showing} />
    </div>
  );
}

/** The form as a page of its own: what follows on a save. */
function useRecordPage({ view, initial, record, cancelHref, savedPath = `/${view.path}`, ...rest }: RecordFormProps) {
  const router = useRouter();
  const thenAnother = useRef(false);
  // Drafts of new records are told apart by what they started with: one for each session, one for each copy.
  const variant = record ? '' : stable(withoutNow(view, initial));
  const form = useDraftedForm({ view, initial, record, variant, ...rest }, onSaved);
  usePresence(record ? form.place : null);
  useFirstFocus(record === null, { form: form.form, view, values: form.values, round: form.round });

  function onSaved(result: Extract<SaveResult, { ok: true }>) {
    const href = `${savedPath}/${result.id}`;
    const title = result.isProposal ? 'Sent to the reviewers' : `${view.label} saved`;
    if (thenAnother.current) {
      // What is done at one time is noted one after the other.
      form.startAgain(onlyNow(view, form.values));
      const action = { label: 'Open it', onClick: () => router.push(href) };
      toast({ tone: 'success', title, description: result.title, action });
      requestAnimationFrame(() => focusFirstOpen(form.form.current, view, initial));
      return;
    }
    form.leave();
    form.settle();
    const description = result.isProposal ? { description: 'It takes effect once it is approved.' } : {};
    toast({ tone: 'success', title, ...description });
    router.push(href);
    router.refresh();
  }

  function save(another = false) {
    thenAnother.current = another;
    if (record && !form.isDirty) router.push(cancelHref);
    else void form.save();
  }
  useSaveShortcut(form.form, save, true);
  return { form, save };
}
