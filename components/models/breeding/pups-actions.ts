import type { RemoveAnswer } from '@/components/detail/removal';
import type { Option } from '@/components/ui/option';
import type { Problem } from '@/lib/declare/problem';
import type { PupsInput } from '@/lib/declare/pups';

export type PupsAnswer =
  | { readonly ok: true; readonly ids: readonly string[]; readonly names: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly problems: readonly Problem[] };

/** The server actions behind adding pups. */
export type PupsActions = {
  save(input: PupsInput): Promise<PupsAnswer>;
  /** Takes them back. */
  remove(ids: readonly string[]): Promise<RemoveAnswer>;
  findStrains(query: string, draft: Readonly<Record<string, unknown>>): Promise<readonly Option[]>;
};
