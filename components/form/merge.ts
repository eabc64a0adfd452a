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
