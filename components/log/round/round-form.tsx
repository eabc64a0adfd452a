'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import Link from 'next/link';
import { DraftStatus } from '../../form/draft-status';
import { FailureNotice, RestoredNotice } from '../../form/form-notices';
import { useSaveShortcut } from '../../form/use-save-shortcut';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { DateTimeInput } from '../../ui/date-time-input';
import { Field } from '../../ui/field';
import { Table, TBody, Th, THead, Tr } from '../../ui/table';
import { RoundLine } from './round-line';
import { useRound, type RoundProps } from './use-round';

/** One amount of each of many animals: read off a scale, typed, Enter, the next. All are saved together. */
export default function RoundForm(props: RoundProps) {
  const { type, subjects, zone } = props;
  const round = useRound(props);
  const form = useRef<HTMLFormElement>(null);
  const { draft } = round;

  const inputs = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-amount]') ?? [])];
  function save() {
    void round.save().then((id) => {
      if (id)
        inputs()
          .find((input) => input.dataset.amount === id)
          ?.focus();
    });
  }
  useSaveShortcut(form, save, true);
  useEffect(() => {
    // Not on a touch screen, where the keyboard would cover the list.
    if (!window.matchMedia('(pointer: fine)').matches || document.activeElement?.matches('input, textarea')) return;
    form.current?.querySelector<HTMLInputElement>('input[data-amount]')?.focus({ preventScroll: true });
  }, []);

  /** Enter goes on to the next animal, as the arrows do; after the last one to the button. */
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const all = inputs();
    const next = all[all.indexOf(event.currentTarget) + step];
    if (next) next.focus();
    else if (step > 0) form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label={type.label}
      className="flex max-w-3xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {draft.restored ? (
        <RestoredNotice
          restored={draft.restored}
          overlaps={[]}
          onDiscard={round.discard}
          onTakeOther={draft.takeOther}
        />
      ) : null}
      <Field label="Date and time" required errors={round.time === null ? ['Give the time of the entries.'] : []}>
        <DateTimeInput value={round.time} onChange={round.setTime} zone={zone} className="max-w-96" />
      </Field>
      <Table stacked label={`${type.field.label} of each subject`}>
        <THead>
          <Tr>
            <Th>Subject</Th>
            <Th>Last</Th>
            <Th>
              {type.field.label} ({type.unit})
            </Th>
            <Th>Notes</Th>
          </Tr>
        </THead>
        <TBody>
          {subjects.map((subject) => (
            <RoundLine
              key={subject.id}
              subject={subject}
              zone={zone}
              type={type}
              time={round.time}
              line={round.lineOf(subject.id)}
              problem={round.problemOf(subject.id)}
              onChange={(change) => round.change(subject.id, change)}
              onKeyDown={onKeyDown}
            />
          ))}
        </TBody>
      </Table>
      {round.failure && round.failure.problems.length === 0 && round.troubled.length === 0 ? (
        <FailureNotice failure={round.failure} />
      ) : null}
      {round.troubled.length > 0 ? (
        <Callout tone="danger" role="alert" title="Nothing is saved yet">
          {`To mend first: ${round.troubled.map(({ name }) => name).join(', ')}.`}
        </Callout>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={round.pending} disabled={!round.isDirty}>
          {round.count > 0 ? `Save ${round.count} ${round.count === 1 ? 'entry' : 'entries'}` : 'Save'}
        </Button>
        <Button asChild variant="ghost">
          <Link href="/subjects">Cancel</Link>
        </Button>
        <DraftStatus mark={draft.mark} isDirty={round.isDirty} isPending={round.pending} />
      </div>
    </form>
  );
}
