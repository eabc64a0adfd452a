import type { RoundInput } from '@/lib/declare/log-round';
import { objectOf, textOf } from '../../fields/read-value';
import { readAmount } from './round-amount';

/** What stands in the line of a subject, as it was typed. */
export type RoundLine = { readonly amount: string; readonly notes: string };
/** The lines by the ids of their subjects. */
export type RoundLines = Readonly<Record<string, RoundLine>>;

const empty: RoundLine = { amount: '', notes: '' };
export const lineOf = (lines: RoundLines, id: string): RoundLine => lines[id] ?? empty;
export const isTyped = ({ amount, notes }: RoundLine): boolean => amount.trim() !== '' || notes.trim() !== '';

/** What is sent of the lines of these subjects, in a unit. */
export const entriesOf = (lines: RoundLines, ids: readonly string[], unit: string): RoundInput['entries'] =>
  ids.map((id) => {
    const { amount, notes } = lineOf(lines, id);
    return { subject: id, value: readAmount(amount, unit).value ?? 0, notes: notes.trim() };
  });

/** The lines without those that were sent, as far as they are as they were then. */
export const without = (lines: RoundLines, sent: RoundLines): RoundLines =>
  Object.fromEntries(Object.entries(lines).filter(([id, line]) => line !== sent[id]));

/** The lines that a draft has kept. */
export function readLines(kept: unknown): RoundLines {
  return Object.fromEntries(
    Object.entries(objectOf(kept)).map(([id, line]) => {
      const { amount, notes } = objectOf(line);
      return [id, { amount: textOf(amount), notes: textOf(notes) }];
    }),
  );
}
