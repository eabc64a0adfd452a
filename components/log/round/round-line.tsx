import Link from 'next/link';
import type { KeyboardEvent, ReactNode } from 'react';
import type { RoundSubject } from '@/lib/declare/log-round';
import { isWeight } from '@/lib/declare/measures';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { Input } from '../../ui/input';
import { Td, Tr } from '../../ui/table';
import { Time } from '../../ui/time';
import { readAmount } from './round-amount';
import { doubtOf } from './round-doubt';
import { hintOfDay, isAfterDeath } from './round-hints';
import type { RoundLine as Line } from './round-lines';

interface RoundLineProps {
  subject: RoundSubject;
  zone: string;
  type: MeasuredType;
  /** Of the round. */
  time: string | null;
  line: Line;
  problem: string | null;
  onChange: (change: Partial<Line>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** One animal of a round, with what speaks against the amount: a problem, or a doubt that stops nobody. */
export function RoundLine({ subject, zone, type, time, line, problem, onChange, onKeyDown }: RoundLineProps) {
  const { id, name, last, baseline, died, isOpen } = subject;
  const { field, unit } = type;
  const { label } = field;
  const noteId = `problem-${id}`;
  const read = readAmount(line.amount, unit);
  const known = { last: last?.value ?? null, baseline, isWeight: isWeight(type) };
  const doubt = read.value === null ? null : doubtOf(read.value, unit, known);
  const ofDay = hintOfDay(subject, type, time, zone);
  const note = problem ? (
    <Note id={noteId} className="text-danger">
      {problem}
    </Note>
  ) : doubt ? (
    <Note id={noteId} className="text-warning">
      {doubt}
    </Note>
  ) : read.isConverted ? (
    <Note id={noteId}>{`Saved as ${read.value} ${unit}.`}</Note>
  ) : null;
  return (
    <Tr>
      <Td>
        <Link href={`/subjects/${id}`} prefetch={false} className="record-link">
          {name}
        </Link>
        {died === null ? null : (
          <p className={isAfterDeath(died, time, zone) ? 'text-xs text-warning' : 'text-xs text-muted-foreground'}>
            {died ? `died on ${died}` : 'deceased'}
          </p>
        )}
      </Td>
      <Td data-label="Last" className="text-muted-foreground tabular-nums">
        {last ? (
          <>
            {last.text} <Time value={last.time} zone={zone} />
          </>
        ) : (
          'none yet'
        )}
        {ofDay ? <p className="text-xs">{ofDay}</p> : null}
      </Td>
      <Td data-label={`${label} (${unit})`}>
        {isOpen ? (
          // As wide with a word below it as without: what is typed next stays where it was.
          <div className="md:w-56">
            <Input
              data-amount={id}
              aria-label={`${label} of ${name}`}
              aria-invalid={problem !== null}
              aria-describedby={note ? noteId : undefined}
              inputMode="decimal"
              autoComplete="off"
              value={line.amount}
              onChange={(event) => onChange({ amount: event.target.value })}
              onKeyDown={onKeyDown}
              className="w-24! tabular-nums max-md:h-11"
            />
            {note}
          </div>
        ) : (
          <div className="text-muted-foreground md:w-56">
            You may only read it.
            {note}
          </div>
        )}
      </Td>
      <Td data-label="Notes">
        {isOpen ? (
          <Input
            aria-label={`Notes of ${name}`}
            maxLength={500}
            value={line.notes}
            onChange={(event) => onChange({ notes: event.target.value })}
            className="min-w-32! max-md:h-11"
          />
        ) : null}
      </Td>
    </Tr>
  );
}

function Note({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  return (
    <p id={id} role="status" className={`mt-1 text-xs ${className ?? 'text-muted-foreground'}`}>
      {children}
    </p>
  );
}
