import type { AnyRecord } from './model';
import type { Problem } from './problem';

/** Parts of a record to create (without an `id`), change and remove; a `version` is the one that was read. */
export type PartsChange = {
  readonly write: readonly Readonly<Record<string, unknown>>[];
  readonly remove: readonly { readonly id: string; readonly version?: number }[];
};

/** Why one part was not saved; `row` counts what was written, then what was removed, from 0. */
export type PartRefusal = {
  readonly row: number;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  /** The part as somebody else has left it, where it is stale. */
  readonly current?: AnyRecord;
};
