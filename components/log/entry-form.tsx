'use client';

import { useEffect, type FormEvent } from 'react';
import { emptyDetails } from '@/lib/vocabularies/check-details';
import { DetailGrid } from '../fields/controls/details-grid';
import { objectOf } from '../fields/read-value';
import { FailureNotice } from '../form/form-notices';
import { controlId, problemsOfField } from '../form/paths';
import { useUnsavedGuard } from '../form/use-unsaved-guard';
import { Callout } from '../ui/callout';
import { Combobox } from '../ui/combobox';
import { DateTimeInput } from '../ui/date-time-input';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { timeKeyOf, type EntryDraft } from './entry-draft';
import type { EntryAnswer, EntryInput, LogContext } from './log-actions';
import { useEntryForm } from './use-entry-form';

interface EntryFormProps {
  id: string;
  context: LogContext;
  initial: EntryDraft;
  findPeople: (query: string) => Promise<readonly { value: string; label: string }[]>;
  send: (input: EntryInput) => Promise<EntryAnswer>;
  /** Told whenever something typed would be lost, and while it is sent. */
  onState: (state: { isDirty: boolean; isPending: boolean }) => void;
  onSaved: () => void;
  /** Asks for the log as it is now. */
  onStale: () => void;
}

/** The form of one entry: when, the details of the type, notes, by whom. */
export default function EntryForm({
  id,
  context,
  initial,
  findPeople,
  send,
  onState,
  onSaved,
  onStale,
}: EntryFormProps) {
  const state = useEntryForm(context, withDefaults(initial, context), send, onStale);
  const { draft, change, fields, failure, isDirty } = state;
  const timeKey = timeKeyOf(context);
  const own = (path: string) => problemsOfField(state.problems, path);
  const isStale = failure?.code === 'stale';
  useUnsavedGuard(isDirty);
  useEffect(() => {
    // The time is usually right already: what was measured comes first.
    const measured = `:is(input, textarea, button)[id^="${controlId('details')}."]`;
    const form = state.form.current;
    (form?.querySelector<HTMLElement>(measured) ?? form?.querySelector('input'))?.focus();
    // Once, when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => onState({ isDirty, isPending: false }), [isDirty, onState]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    onState({ isDirty, isPending: true });
    if (await state.save()) onSaved();
    else onState({ isDirty, isPending: false });
  }

  return (
    <form ref={state.form} id={id} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={state.summary} />
      {isStale ? (
        <Callout tone="warning" role="alert" title="Somebody has changed this log">
          It is shown as it is now, and what you typed is still here. Save again if it still holds.
        </Callout>
      ) : failure ? (
        <FailureNotice failure={failure} />
      ) : null}
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field id={controlId(timeKey)} label={context.isInterval ? 'Start' : 'When'} required errors={own(timeKey).own}>
          <DateTimeInput value={draft.start} onChange={(start) => change({ start })} zone={context.zone} />
        </Field>
        {context.isInterval ? (
          <Field
            id={controlId('end_date_time')}
            label="End"
            help="Empty while it goes on."
            errors={own('end_date_time').own}
          >
            <DateTimeInput value={draft.end} onChange={(end) => change({ end })} zone={context.zone} />
          </Field>
        ) : null}
      </div>
      {fields.length > 0 ? (
        <DetailGrid
          id={controlId('details')}
          fields={fields}
          value={objectOf(draft.details)}
          onChange={(details) => change({ details })}
          errors={own('details').nested}
        />
      ) : null}
      <Field id={controlId('notes')} label="Notes" errors={own('notes').own}>
        <Textarea value={draft.notes} maxLength={500} onChange={(event) => change({ notes: event.target.value })} />
      </Field>
      <Field
        id={controlId('performed_by')}
        label="Performed by"
        errors={own('performed_by').own}
        className="sm:max-w-80"
      >
        <Combobox value={draft.person} onChange={(person) => change({ person })} loadOptions={findPeople} />
      </Field>
    </form>
  );
}

/** A new entry starts with the defaults of its type. */
const withDefaults = (draft: EntryDraft, { family, type }: LogContext): EntryDraft =>
  draft.details === null ? { ...draft, details: emptyDetails(family, type) } : draft;
