import type { LogEntry } from './kinds/entries';

/** The life of a subject as its page shows it: plain data that a query answers and components read. */

type Titled = { readonly id: string; readonly name: string };

export type LifeProcedure = {
  readonly id: string;
  readonly type: string;
  /** ISO instant; null where it is not given. */
  readonly date_time: string | null;
  /** The name of the brain region, where the reader sees it. */
  readonly region: string | null;
};

/** `weight` in grams, as it was noted of the subject in the session. */
export type LifeSession = Titled & { readonly date_time: string | null; readonly weight: number | null };

export type LifeLog = { readonly id: string; readonly type: string; readonly entries: readonly LogEntry[] };

export type Relative = Titled & { readonly sex: string };

export type Family = {
  readonly breeding: Titled | null;
  readonly mother: Relative | null;
  readonly father: Relative | null;
  readonly litterMates: readonly Relative[];
  readonly offspring: readonly Relative[];
};

export type SubjectLife = {
  readonly procedures: readonly LifeProcedure[];
  readonly sessions: readonly LifeSession[];
  readonly logs: readonly LifeLog[];
  readonly family: Family;
};
