import type { RemoveAnswer, RestoreAnswer } from '@/components/detail/removal';
import type { SaveResult } from '@/components/form/save-result';
import type { Option } from '@/components/ui/option';
import type { AnyRecord } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';

type Values = Readonly<Record<string, unknown>>;

/** Parts of a session to create (without an `id`), change and remove. */
export type PartsChange = {
  readonly write: readonly Values[];
  readonly remove: readonly { readonly id: string; readonly version?: number }[];
};

/** Why one part was not saved; `row` counts what was written, then what was removed, from 0. */
export type PartRefusal = {
  readonly row: number;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly current?: AnyRecord;
};

/** What saving several parts together answers: all of them, or why none. */
export type SavePartsResult =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly refused: readonly PartRefusal[] }
  | { readonly ok: false; readonly message: string };

/** The server actions behind the session's editor. `path` is the first segment of the model's own pages. */
export type EditorActions = {
  save(path: string, id: string | null, input: Values, version: number | null): Promise<SaveResult>;
  saveParts(path: string, session: string, changes: PartsChange): Promise<SavePartsResult>;
  remove(path: string, id: string, version: number): Promise<RemoveAnswer>;
  restore(deletion: string): Promise<RestoreAnswer>;
  candidates(path: string, field: string, query: string, draft: Values): Promise<readonly Option[]>;
  search(path: string, model: string, query: string): Promise<readonly Option[]>;
  words(path: string, field: string, query: string): Promise<readonly string[]>;
  /** The age of a subject at the session's onset, null when it can't be known. */
  ageOf(session: string, subject: string): Promise<string | null>;
};

/** What beginning a session answers; `left` says what could not come along, `version` is for taking it back. */
export type BeginResult = SaveResult & { readonly left?: readonly string[]; readonly version?: number };
