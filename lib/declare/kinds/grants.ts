import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe, nearest } from '../problem';
import { levels, type Level } from '../levels';
import { jsonCell, fromJsonCell, kind } from './kind';

type Options = Common & {
  /** Who receives the grant: people by e-mail address, groups by name. */
  readonly to: 'user' | 'group';
  readonly levels: readonly Level[];
  /** Whoever is added over the wire is asked first (CONTRACT section 6). */
  readonly newcomers?: 'invited';
};
/** Who may do what, keyed by e-mail address or group name; null takes the grant away. */
export type GrantChanges = Readonly<Record<string, Level | null>>;
export type GrantsField = FieldOf<'grants', Options, unknown>;

/** An access list. A write adds and changes the entries named and leaves the others. */
export function grants<const O extends Options>(options: O): FieldOf<'grants', O, unknown> {
  return { kind: 'grants', ...options };
}

const flagLevels = { can_change: 'contributor', is_manager: 'manager', is_owner: 'owner' } as const;

export const grantsKind = kind<GrantsField>({
  storage: (field) => ({ shape: 'grants', to: field.to, as: 'levels' }),
  schema: (field) =>
    z
      .record(
        z.string(),
        z.record(z.string(), z.unknown(), {
          error: ({ input }) => `Expected an object of flags, found ${describe(input)}.`,
        }),
        {
          error: ({ input }) =>
            `Expected an object keyed by ${field.to === 'user' ? 'e-mail address' : 'group name'}, found ${describe(input)}.`,
        },
      )
      .transform((entries, context) => {
        const flags = Object.entries(flagLevels).filter(([, level]) => field.levels.includes(level));
        const known = [...flags.map(([flag]) => flag), 'remove'];
        const changes: Record<string, Level | null> = {};
        for (const [name, given] of Object.entries(entries)) {
          for (const [flag, value] of Object.entries(given)) {
            const near = nearest(flag, known);
            const message = !known.includes(flag)
              ? `Unknown flag${near ? `; did you mean “${near}”?` : `; expected ${known.join(', ')}.`}`
              : `Expected true or false, found ${describe(value)}.`;
            if (!known.includes(flag) || typeof value !== 'boolean')
              context.addIssue({ code: 'custom', path: [name, flag], message });
          }
          const highest = flags.filter(([flag]) => given[flag] === true).at(-1)?.[1] ?? 'member';
          changes[name] = given.remove === true ? null : highest;
        }
        return changes;
      }),
  empty: () => ({}),
  operators: [],
  sortable: false,
  searchable: false,
  toCell: jsonCell,
  fromCell: fromJsonCell,
  jsonSchema: (field) => ({
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(flagLevels)
          .filter(([, level]) => field.levels.includes(level))
          .map(([flag]) => [flag, { type: 'boolean' }]),
      ),
    },
  }),
});

/** A level as its wire flags: a higher flag implies the lower. */
export function levelFlags(level: Level, among: readonly Level[]): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(flagLevels)
      .filter(([, flagLevel]) => among.includes(flagLevel))
      .map(([flag, flagLevel]) => [flag, levels.indexOf(level) >= levels.indexOf(flagLevel)]),
  );
}
