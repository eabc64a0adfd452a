'use client';

import { useEffect, useImperativeHandle, useMemo, type FormEvent, type Ref } from 'react';
import { tellDeath } from '@/lib/declare/death';
import { emptyDetails } from '@/lib/vocabularies/check-details';
import { DetailGrid } from '../fields/controls/details-grid';
import { objectOf } from '../fields/read-value';
import type { DraftMark } from '../form/draft-sync';
import { FailureNotice, RestoredNotice } from '../form/form-notices';
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
import { isAfterDeath } from './round/round-hints';
import { useEntryForm } from './use-entry-form';

export type EntryState = { readonly isDirty: boolean; readonly isPending: boolean; readonly mark: DraftMark };
export type EntryHandle = {
  /** What was typed is given up. */
  readonly forget: () => void;
};

interface EntryFormProps {
  id: string;
  handle: Ref<EntryHandle>;
  context: LogContext;
  /** By which the entry is known; null for a new one. */
  time: string | null;
  initial: EntryDraft;
  findPeople: (query: string) => Promise<readonly { value: string; label: string }[]>;
  send: (input: EntryInput) => Promise<EntryAnswer>;
  /** Told where what is typed is, and while it is sent. */
  onState: (state: EntryState) => void;
  onSaved: () => void;
  /** Asks for the log as it is now. */
  onStale: () => void;
}

/** The form of one entry: when, the details of the type, notes, by whom. */
export default function EntryForm({
  id,
  handle,
  context,
  time,
  initial,
  findPeople,
  send,
  onState,
  onSaved,
  onStale,
}: EntryFormProps) {
  // A new entry starts with the defaults of its type.
  const { family, type } = context;
  const first = useMemo(
    () => (initial.details === null ? { ...initial, details: emptyDetails(family, type) } : initial),
    [initial, family, type],
  );
  const state = useEntryForm({ context, time, initial: first, send, onStale });
  const { entry, change, fields, failure, isDirty, isPending, draft, overlaps, round } = state;
  const timeKey = timeKeyOf(context);
  const own = (path: string) => problemsOfField(state.problems, path);
  const isStale = failure?.code === 'stale';
  useUnsavedGuard(isDirty);
  useEffect(() => {
    // The time is usually right already: what was measured comes first.
    const measured = `:is(input, textarea, button)[id^="${controlId('details')}."]`;
    const form = state.form.current;
    (form?.querySelector<HTMLElement>(measured) ?? form?.querySelector('input'))?.focus();
    // When it opens, and when a draft takes its place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [round]);
  const { mark } = draft;
  useEffect(() => onState({ isDirty, isPending, mark }), [isDirty, isPending, mark, onState]);
  useImperativeHandle(handle, () => ({ forget: () => void draft.forget() }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await state.save()) onSaved();
  }

  return (
    <form ref={state.form} id={id} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      {draft.restored ? (
        <RestoredNotice
          restored={draft.restored}
          overlaps={[]}
          onDiscard={state.discard}
          onTakeOther={draft.takeOther}
        />
      ) : null}
      {overlaps.length > 0 ? (
        <Callout tone="warning" role="status">
          Somebody has changed the {overlaps.join(', ')} of this entry since. What you save takes its place.
        </Callout>
      ) : null}
      <ErrorSummary errors={state.summary} />
      {isStale ? (
        <Callout tone="warning" role="alert" title="Somebody has changed this log">
          It is shown as it is now, and what you typed is still here. Save again if it still holds.
        </Callout>
      ) : failure ? (
        <FailureNotice failure={failure} />
      ) : null}
      {/* Inputs keep what is half typed: a draft that is put in gets new ones. */}
      <div key={round} className="contents">
        <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
          <Field
            id={controlId(timeKey)}
            label={context.isInterval ? 'Start' : 'When'}
            required
            errors={own(timeKey).own}
          >
            <DateTimeInput value={entry.start} onChange={(start) => change({ start })} zone={context.zone} />
            <p role="status" className="text-sm text-warning not-empty:mt-1">
              {context.died !== null && isAfterDeath(context.died, entry.start, context.zone)
                ? tellDeath(context.of ?? 'It', context.died)
                : null}
            </p>
          </Field>
          {context.isInterval ? (
            <Field
              id={controlId('end_date_time')}
              label="End"
              help="Empty while it goes on."
              errors={own('end_date_time').own}
            >
              <DateTimeInput value={entry.end} onChange={(end) => change({ end })} zone={context.zone} />
            </Field>
          ) : null}
        </div>
        {fields.length > 0 ? (
          <DetailGrid
            id={controlId('details')}
            fields={fields}
            value={objectOf(entry.details)}
            onChange={(details) => change({ details })}
            errors={own('details').nested}
          />
        ) : null}
        <Field id={controlId('notes')} label="Notes" errors={own('notes').own}>
          <Textarea value={entry.notes} maxLength={500} onChange={(event) => change({ notes: event.target.value })} />
        </Field>
        <Field
          id={controlId('performed_by')}
          label="Performed by"
          errors={own('performed_by').own}
          className="sm:max-w-80"
        >
          <Combobox value={entry.person} onChange={(person) => change({ person })} loadOptions={findPeople} />
        </Field>
      </div>
    </form>
  );
}
