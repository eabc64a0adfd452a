import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { objectOf, textOf } from '../fields/read-value';
import { draftKey, formPlace, type DraftSlot } from '../form/draft';
import { mergeChanges } from '../form/merge';
import type { Option } from '../ui/option';
import type { EntryInput, LogContext } from './log-actions';

/** An entry as its form holds it. */
export type EntryDraft = {
  /** ISO instants; null while there is none. */
  readonly start: string | null;
  readonly end: string | null;
  readonly details: unknown;
  readonly notes: string;
  readonly person: Option | null;
};

const minuteMs = 60_000;

/** A new entry starts with the present minute and with whoever writes it. */
export const newDraft = (me: Option, now: number): EntryDraft => ({
  start: new Date(Math.floor(now / minuteMs) * minuteMs).toISOString(),
  end: null,
  details: null,
  notes: '',
  person: me,
});

/** An entry to change. `nameOf` is what its person is called. */
export const draftOf = (entry: LogEntry, nameOf: (id: string) => string | undefined): EntryDraft => ({
  start: entryTime(entry),
  end: entry.end_date_time ?? null,
  details: entry.details,
  notes: entry.notes ?? '',
  person:
    entry.performed_by === null
      ? null
      : { value: String(entry.performed_by), label: nameOf(String(entry.performed_by)) ?? 'Not visible to you' },
});

/** The key that holds the time by which an entry is known. */
export const timeKeyOf = ({ isInterval }: Pick<LogContext, 'isInterval'>) =>
  isInterval ? 'start_date_time' : 'date_time';

/** What is sent. An empty note and person are sent too, so that a change can clear them. */
export const inputOf = (draft: EntryDraft, context: Pick<LogContext, 'isInterval'>): EntryInput => ({
  [timeKeyOf(context)]: draft.start,
  ...(context.isInterval ? { end_date_time: draft.end } : {}),
  details: draft.details ?? {},
  notes: draft.notes,
  performed_by: draft.person === null ? null : Number(draft.person.value),
});

/** An entry as it would be sent to write it once more, for undoing its removal. */
export const inputOfEntry = (entry: LogEntry): EntryInput => ({ ...entry });

type Log = Pick<LogContext, 'family' | 'id'>;
const variant = 'entry';

/** Where what is typed is kept: of a new entry, or of the one known by a time. */
export const entrySlot = ({ family, id }: Log, time: string | null): DraftSlot => ({
  key: draftKey(family, id, time === null ? variant : `${variant}:${time}`),
  place: formPlace(family, id),
  model: family,
  recordId: id,
});

/** The time of the entry whose changes are kept under a key; null for anything else. */
export function timeOfKey({ family, id }: Log, key: string): string | null {
  const begin = `${draftKey(family, id, variant)}:`;
  return key.startsWith(begin) ? key.slice(begin.length) : null;
}

/** Reads an entry as a draft keeps it. */
export function readEntryDraft(values: Readonly<Record<string, unknown>>): EntryDraft {
  const { value, label } = objectOf(values.person);
  return {
    start: textOf(values.start) || null,
    end: textOf(values.end) || null,
    details: values.details ?? null,
    notes: textOf(values.notes),
    person: textOf(value) ? { value: textOf(value), label: textOf(label) } : null,
  };
}

const parts = ['start', 'end', 'details', 'notes', 'person'] as const;
const labels = { start: 'time', end: 'end', details: 'details', notes: 'notes', person: 'person' } as const;

/** What was typed, on top of the entry as it is now; `overlaps` names what others have changed too since it began. */
export function bringBackEntry(
  kept: { readonly values: EntryDraft; readonly base: EntryDraft },
  now: EntryDraft,
): { values: EntryDraft; overlaps: string[] } {
  const { values, conflicts } = mergeChanges(parts, kept.base, kept.values, now);
  return {
    values: readEntryDraft(values),
    overlaps: parts.filter((part) => conflicts.includes(part)).map((part) => labels[part]),
  };
}
