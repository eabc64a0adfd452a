import type { RemoveAnswer, RestoreAnswer } from '@/components/detail/removal';
import type { SaveResult } from '@/components/form/save-result';
import type { Option } from '@/components/ui/option';
import type { PartRefusal, PartsChange } from '@/lib/declare/parts';

type Values = Readonly<Record<string, unknown>>;

/** What saving several parts together answers: all of them, or why none. */
export type SavePartsResult =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly refused: readonly PartRefusal[] }
  | { readonly ok: false; readonly code: string; readonly message: string };

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
