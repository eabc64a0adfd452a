/**
 * The records that an action is for: those with these ids, or all that a list's address finds (`query` is what follows its `?`).
 * The server resolves it inside the scope of whoever acts.
 */
export type BulkTarget =
  { readonly path: string; readonly ids: readonly string[] } | { readonly path: string; readonly query: string };

/** Most records that are changed or deleted at once. */
export const bulkMax = 1000;
