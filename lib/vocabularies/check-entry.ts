import type { LogEntry } from '@/lib/declare/kinds/entries';
import { describe, nearest, type Problem } from '@/lib/declare/problem';
import { parseInstant } from '@/lib/declare/time';
import { checkDetails } from './check-details';
import { findType, type FamilyName } from './types';

/** Longest note of an entry, in characters. */
const notesMax = 500;

/** The key by which an entry is known: its time, or its start where the type has an interval. */
export const entryKeyOf = (family: FamilyName, type: string): 'date_time' | 'start_date_time' =>
  findType(family, type)?.entry === 'interval' ? 'start_date_time' : 'date_time';

export type CheckedEntry = { readonly entry: LogEntry; readonly version: string; readonly problems: Problem[] };

/**
 * Checks an entry of a log: times as ISO instants (without a zone in that of the laboratory), notes, details by the type. A
 * type with an interval may be given its start as `date_time` too. Every problem in one pass.
 */
export function checkEntry(family: FamilyName, type: string, input: Readonly<Record<string, unknown>>): CheckedEntry {
  const problems: Problem[] = [];
  const say = (path: string, code: string, message: string) => void problems.push({ path, code, message });
  const key = entryKeyOf(family, type);
  const isInterval = key === 'start_date_time';
  const known = [key, ...(isInterval ? ['date_time', 'end_date_time'] : []), 'notes', 'details', 'performed_by'];
  for (const name of Object.keys(input)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    say(name.slice(0, 100), 'unknown-field', `An entry has no such key.${near ? ` Did you mean “${near}”?` : ''}`);
  }
  const instant = (name: string, value: unknown): string | null => {
    const read = typeof value === 'string' ? parseInstant(value) : null;
    if (read === null)
      say(name, 'invalid', `Expected a date and time such as 2026-03-14T09:30:00Z, found ${describe(value)}.`);
    return read;
  };
  const given = input[key] ?? (isInterval ? input.date_time : undefined);
  const start = isNothing(given) ? null : instant(key, given);
  if (isNothing(given)) say(key, 'required', 'The time of the entry is required.');
  const end = isNothing(input.end_date_time) ? null : instant('end_date_time', input.end_date_time);
  if (start !== null && end !== null && end < start)
    say('end_date_time', 'order', 'The end lies before the start: move one of them.');

  const notes = isNothing(input.notes) ? null : input.notes;
  if (notes !== null && typeof notes !== 'string') say('notes', 'type', `Expected text, found ${describe(notes)}.`);
  else if (typeof notes === 'string' && notes.length > notesMax)
    say('notes', 'max', `At most ${notesMax} characters, found ${notes.length}.`);
  const person = isNothing(input.performed_by) ? null : input.performed_by;
  if (person !== null && !(typeof person === 'number' && Number.isInteger(person) && person > 0))
    say('performed_by', 'type', `Expected the id of a user, found ${describe(person)}.`);

  const checked = checkDetails(family, type, input.details);
  problems.push(...checked.problems);
  const rest = {
    notes: typeof notes === 'string' ? notes.trim() : null,
    details: (checked.value ?? {}) as Readonly<Record<string, unknown>>, // logs are families of objects
    performed_by: typeof person === 'number' ? person : null,
  };
  const entry = isInterval
    ? { start_date_time: start ?? '', end_date_time: end, ...rest }
    : { date_time: start ?? '', ...rest };
  return { entry, version: checked.version, problems };
}

// MATLAB writes an empty list for nothing.
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
