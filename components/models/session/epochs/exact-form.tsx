'use client';

import { Scissors, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { numberOf, textOf } from '@/components/fields/read-value';
import { Button } from '@/components/ui/button';
import { DurationInput } from '@/components/ui/duration-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { WorkingEpoch } from './pending';

export const exactNameId = 'timeline-name';
const splitId = 'timeline-split';

interface ExactFormProps {
  epoch: WorkingEpoch;
  /** Names of the other epochs. */
  taken: readonly string[];
  onChange: (values: Readonly<Record<string, unknown>>) => void;
  onSplit: (at: number) => string | null;
  onRemove: () => void;
  /** Back to the bar on the timeline. */
  onLeave: () => void;
}

type Typed = { name: string; start: number | null; end: number | null };
const typedOf = ({ name, start, end }: WorkingEpoch): Typed => ({
  name: textOf(name),
  start: numberOf(start),
  end: numberOf(end),
});

function problemOf(
  { name, start, end }: Typed,
  taken: readonly string[],
): { field: keyof Typed; message: string } | null {
  if (name.trim() === '') return { field: 'name', message: 'Give it a name.' };
  if (taken.includes(name.trim())) return { field: 'name', message: `There is an epoch “${name.trim()}” already.` };
  if (start !== null && end !== null && end < start) return { field: 'end', message: 'It ends before it starts.' };
  return null;
}

/** Name and exact times of the picked epoch. What is typed counts when a field is left, or with Enter; Esc takes it back. */
export function ExactForm({ epoch, taken, onChange, onSplit, onRemove, onLeave }: ExactFormProps) {
  const [typed, setTyped] = useState(() => typedOf(epoch));
  const [at, setAt] = useState<number | null>(null);
  const [splitProblem, setSplitProblem] = useState<string | null>(null);
  const { name, start, end } = typedOf(epoch);
  const isGivenUp = useRef(false);
  // Moved on the timeline meanwhile.
  useEffect(() => setTyped({ name, start, end }), [name, start, end]);
  const problem = problemOf(typed, taken);
  const errorsOf = (field: keyof Typed) => (problem?.field === field ? [problem.message] : []);

  function commit(form: HTMLFormElement) {
    const next = { ...typed, name: typed.name.trim() };
    // What can't be read is no value, not an open end.
    const isSound = !problem && !isGivenUp.current && form.matches(':valid');
    isGivenUp.current = false;
    if (isSound && (next.name !== name || next.start !== start || next.end !== end)) onChange(next);
  }
  function split() {
    const refused = at === null ? 'Say when.' : onSplit(at);
    setSplitProblem(refused);
    if (!refused) setAt(null);
  }

  return (
    <form
      aria-label={`Exact times of ${name}`}
      noValidate
      // Undo is then that of the timeline.
      data-untouched={typed.name === name && typed.start === start && typed.end === end ? '' : undefined}
      className="mt-3 flex flex-wrap items-start gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (document.activeElement?.id === splitId) split();
        else if (!problem && event.currentTarget.matches(':valid')) onLeave();
      }}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        isGivenUp.current = true;
        setTyped({ name, start, end });
        onLeave();
      }}
    >
      <Field id={exactNameId} label="Epoch name" errors={errorsOf('name')} className="min-w-36! flex-1 basis-40">
        <Input
          value={typed.name}
          autoComplete="off"
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
      </Field>
      <Field label="Start" className="w-32">
        <DurationInput value={typed.start} onChange={(value) => setTyped({ ...typed, start: value })} />
      </Field>
      <Field label="End" errors={errorsOf('end')} className="w-32">
        <DurationInput value={typed.end} onChange={(value) => setTyped({ ...typed, end: value })} />
      </Field>
      {/* Enter in a field is for the form. */}
      <button type="submit" hidden>
        Apply
      </button>
      <Field id={splitId} label="Split at" errors={splitProblem ? [splitProblem] : []} className="w-32">
        <DurationInput value={at} onChange={setAt} />
      </Field>
      <div className="flex gap-1 self-start sm:pt-6">
        <Button onClick={split}>
          <Scissors aria-hidden />
          Split
        </Button>
        <Button variant="ghost" onClick={onRemove}>
          <Trash2 aria-hidden />
          Remove
        </Button>
      </div>
    </form>
  );
}
