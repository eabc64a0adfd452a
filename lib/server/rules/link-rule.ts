import 'server-only';
import type { Sql } from '../db/sql';
import type { Viewer } from '../viewer';

/** The values of a record as they will be, ids as UUIDs: what a rule narrows by. */
export type Draft = Readonly<Record<string, unknown>>;

/**
 * What may be linked, as a condition on the linked record. One declaration for two uses: selectors offer only
 * what it lets through, and a write is checked against it.
 */
export type LinkRule = {
  /** The fields it narrows. */
  readonly fields: readonly string[];
  /** Without these the rule can't be applied yet: a selector offers everything. */
  readonly needs: readonly string[];
  /** The condition on the linked row under alias `row`, or null when nothing is to be checked. */
  where(context: {
    readonly draft: Draft;
    readonly row: string;
    readonly viewer: Viewer;
    readonly field: string;
  }): Sql | null;
  /** What is wrong and what to do. `title` names the linked record. */
  message(title: string): string;
  /** Said in a selector where the rule may be why it offers nothing: what it would offer, and what to do for that. */
  readonly offers?: string;
};

export const idsOf = (value: unknown): string[] => [value ?? []].flat().map(String);
