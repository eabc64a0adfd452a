import 'server-only';
import { z } from 'zod';
import { gridRowsMax, type GridUndo, type SentRow } from '@/lib/declare/grid';
import { AppError } from '@/lib/errors';

// Both come from a browser, so they may be anything.
const textsOf = z.record(z.string().max(100), z.string().max(200_000));
const id = z.string().max(64);
/** Links of a thousand rows, a few each. */
const linksMax = 5 * gridRowsMax;
const rows = z
  .array(
    z.strictObject({
      key: z.int(),
      id: id.nullable(),
      version: z.int().nullable(),
      cells: textsOf,
      linked: z.record(z.string().max(100), z.array(id).max(1000)),
    }),
  )
  .max(gridRowsMax);
const undo = z.strictObject({
  created: z.array(z.strictObject({ id, version: z.int() })).max(gridRowsMax),
  changed: z
    .array(z.strictObject({ id, version: z.int(), values: z.record(z.string(), z.unknown()) }))
    .max(gridRowsMax),
  links: z.array(z.strictObject({ model: z.string(), made: z.array(id).max(linksMax) })).max(20),
  deletions: z.array(id).max(linksMax),
});

/** Rows as a sheet sends them. @throws AppError invalid. */
export function parseRows(input: unknown): SentRow[] {
  const parsed = rows.safeParse(input);
  if (!parsed.success) throw new AppError('invalid', { message: 'These are no rows of a grid.', cause: parsed.error });
  return parsed.data;
}

/** What sets a save back, or null for what is none. */
export const parseUndo = (input: unknown): GridUndo | null => undo.safeParse(input).data ?? null;
