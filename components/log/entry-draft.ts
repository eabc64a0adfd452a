import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/check-entry';
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
