import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { Problem } from '@/lib/declare/problem';
import type { FamilyName } from '@/lib/vocabularies/types';
import type { Titles } from '../fields/field-parts';
import type { Option } from '../ui/option';

type Refused = {
  readonly ok: false;
  /** A code of lib/errors. */
  readonly code: string;
  readonly message: string;
  readonly problems: readonly Problem[];
};
export type EntryAnswer = { readonly ok: true } | Refused;
export type EntriesAnswer =
  { readonly ok: true; readonly entries: readonly LogEntry[]; readonly titles: Titles } | Refused;

/** The keys of an entry as they are sent. */
export type EntryInput = Readonly<Record<string, unknown>>;

/** The server actions behind a log, bound to it. `time` is the instant by which an entry is known. */
export type LogActions = {
  add(input: EntryInput): Promise<EntryAnswer>;
  change(version: number, time: string, input: EntryInput): Promise<EntryAnswer>;
  remove(version: number, time: string): Promise<EntryAnswer>;
  findPeople(query: string): Promise<readonly Option[]>;
};

/** Reads the older entries of a month such as `2026-09`, the newest first. */
export type ReadMonth = (month: string) => Promise<EntriesAnswer>;

/** What the parts of a log need to know of it. Plain data and actions, so that the server hands it to the browser. */
export type LogContext = {
  readonly id: string;
  readonly version: number;
  readonly family: FamilyName;
  readonly type: string;
  /** What it is called: "Weighing log". */
  readonly title: string;
  /** The name of the animal that it is about, of a procedure log that of its procedure; null where that can't be read. */
  readonly of: string | null;
  /** When that died, `2026-11-27`; empty where the day is not known, null while it lives. */
  readonly died: string | null;
  /** Its page. */
  readonly href: string;
  /** Keys of drafts of its entries that the server keeps for whoever looks at it. */
  readonly drafts: readonly string[];
  /** Entries have a start and an end. */
  readonly isInterval: boolean;
  readonly zone: string;
  /** Whoever looks at it, as a person to choose. */
  readonly me: Option;
  /** Null for who may not change it. */
  readonly actions: LogActions | null;
};
