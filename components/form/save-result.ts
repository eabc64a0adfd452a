import type { AnyRecord } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import type { Titles } from '../fields/field-parts';

/** What a save answers. `current` comes with `stale`: the record as somebody else has left it. */
export type SaveResult =
  | { readonly ok: true; readonly id: string; readonly title: string; readonly isProposal: boolean }
  | {
      readonly ok: false;
      /** A code of lib/errors, or `offline` where no answer came. */
      readonly code: string;
      readonly message: string;
      readonly problems: readonly Problem[];
      readonly current?: AnyRecord;
      readonly titles?: Titles;
    };

/** Sends what the form holds; a change carries the version that it is based on. */
export type SaveAction = (input: Readonly<Record<string, unknown>>, version: number | null) => Promise<SaveResult>;
