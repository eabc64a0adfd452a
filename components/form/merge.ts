/** JSON with sorted keys, so that equal values are equal texts; all that is empty is the same. */
export function stable(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'null' : `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => stable(part) !== 'null');
  if (entries.length === 0) return 'null';
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${stable(part)}`)
    .join(',')}}`;
}

export const isSame = (a: unknown, b: unknown): boolean => stable(a) === stable(b);

type Values = Readonly<Record<string, unknown>>;

/** The fields whose values differ from what was loaded. */
export function changedFields(names: readonly string[], base: Values, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => !isSame(base[name], values[name])).map((name) => [name, values[name]]),
  );
}

export type Merge = {
  /** The values with every change of one side only. */
  readonly values: Record<string, unknown>;
  /** Fields that both sides changed, differently: a person must choose. */
  readonly conflicts: readonly string[];
  /** Fields that only the others changed; their value was taken. */
  readonly taken: readonly string[];
};

/** Joins two changes of the same record, field by field. Until a choice is made a conflict keeps what this side typed. */
export function mergeChanges(names: readonly string[], base: Values, mine: Values, theirs: Values): Merge {
  const values: Record<string, unknown> = { ...mine };
  const conflicts: string[] = [];
  const taken: string[] = [];
  for (const name of names) {
    if (isSame(base[name], theirs[name]) || isSame(mine[name], theirs[name])) continue;
    if (isSame(base[name], mine[name])) {
      values[name] = theirs[name];
      taken.push(name);
    } else conflicts.push(name);
  }
  return { values, conflicts, taken };
}

export type Brought = {
  readonly values: Values;
  readonly base: Values;
  readonly version: number | null;
  /** Fields that others have changed too since the draft began. */
  readonly overlaps: readonly string[];
};

/**
 * A draft on top of the record as it is now. Where others have changed the same field since, what the draft began with
 * stays its base, and the version an old one: the save is then stale, and asks.
 */
export function bringBack(
  names: readonly string[],
  draft: { readonly values: Values; readonly base: Values; readonly version: number | null },
  now: { readonly values: Values; readonly version: number | null },
): Brought {
  if (draft.version === now.version)
    return { values: { ...now.values, ...draft.values }, base: now.values, version: now.version, overlaps: [] };
  const { values, conflicts: overlaps } = mergeChanges(names, draft.base, draft.values, now.values);
  if (overlaps.length === 0) return { values, base: now.values, version: now.version, overlaps };
  const began = Object.fromEntries(overlaps.map((name) => [name, draft.base[name]]));
  return { values, base: { ...now.values, ...began }, version: draft.version ?? 0, overlaps };
}
