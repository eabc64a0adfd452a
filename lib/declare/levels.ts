/** Levels of access, each holding all before it (permissions, "Levels"). */
export const levels = ['member', 'contributor', 'manager', 'owner'] as const;
export type Level = (typeof levels)[number];

/** The number that the database keeps: 1 member … 4 owner. */
export function levelNumber(level: Level): number {
  return levels.indexOf(level) + 1;
}

/** The level of a number from the database, or null for none. */
export function levelOf(value: number | null | undefined): Level | null {
  return value ? (levels[value - 1] ?? null) : null;
}

/** Roles in a group skip the contributor. */
export const groupLevels = ['member', 'manager', 'owner'] as const satisfies readonly Level[];
