import type { RemovalPlan, RemoveAnswer, RestoreAnswer } from '../detail/removal';
import type { BulkTarget } from './target';

/** What deleting several records would do, as the server answers it. */
export type RemovalPlanOfMany = {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Those that one reads but may not delete. */
  readonly staying: { readonly count: number; readonly titles: readonly string[] };
} & Pick<RemovalPlan, 'goes' | 'blockers'>;

export type RemovalOfManyAnswer =
  | { readonly ok: true; readonly plan: RemovalPlanOfMany }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The server actions behind the deletion of several records; they stay the same while a list is open. */
export type RemovalOfManyActions = {
  plan(target: BulkTarget): Promise<RemovalOfManyAnswer>;
  remove(path: string, ids: readonly string[]): Promise<RemoveAnswer>;
  restore(deletion: string): Promise<RestoreAnswer>;
};
