import 'server-only';
import { AppError } from '@/lib/errors';
import { query, sql, type Executor } from '../db/sql';

/** Thrown inside the transaction: these records can't be written together, only in their order. */
export class OneByOne extends Error {}

/** What came of writing several together: all of it, in their order, or nothing and why which of them can't be, by their places. */
export type AllOrWhyNot<Done> =
  { readonly done: readonly Done[] } | { readonly refused: ReadonlyMap<number, AppError> };

export type Refusal = { readonly error: AppError };
type Write<Row, Done> = (rows: readonly Row[]) => Promise<AllOrWhyNot<Done>>;

/**
 * Writes what of several can be written, with few statements: those that are refused are left out of the next attempt. Answers
 * what became of each. Null where it can't be said which is at fault, or where their order counts: then nothing was written.
 */
export async function writeTogether<Row, Done extends object>(
  tx: Executor,
  rows: readonly Row[],
  write: Write<Row, Done>,
): Promise<(Done | Refusal)[] | null> {
  const outcomes = new Map<Row, Done | Refusal>();
  await query(sql`SAVEPOINT together`, tx);
  try {
    for (let rest = rows; rest.length > 0;) {
      const going = rest;
      const result = await write(going);
      if ('done' in result) {
        for (const [place, one] of result.done.entries()) outcomes.set(going[place] as Row, one); // as many as there are
        break;
      }
      for (const [place, error] of result.refused) outcomes.set(going[place] as Row, { error }); // a place among them
      rest = going.filter((_, place) => !result.refused.has(place));
    }
    await query(sql`RELEASE SAVEPOINT together`, tx);
    return rows.flatMap((row) => outcomes.get(row) ?? []);
  } catch (error) {
    if (!(error instanceof OneByOne)) refusalIn(error);
    await query(sql`ROLLBACK TO SAVEPOINT together`, tx);
    return null;
  }
}

/** One after another: each is taken back alone where it is refused, so that all that is wrong is found. */
export async function writeInTurn<Row, Done extends object>(
  tx: Executor,
  rows: readonly Row[],
  write: Write<Row, Done>,
): Promise<(Done | Refusal)[]> {
  const outcomes: (Done | Refusal)[] = [];
  for (const row of rows) {
    await query(sql`SAVEPOINT in_turn`, tx);
    try {
      const result = await write([row]);
      outcomes.push(...('done' in result ? result.done : [...result.refused.values()].map((error) => ({ error }))));
      await query(sql`RELEASE SAVEPOINT in_turn`, tx);
    } catch (error) {
      outcomes.push(refusalIn(error));
      await query(sql`ROLLBACK TO SAVEPOINT in_turn`, tx);
    }
  }
  return outcomes;
}

/** Together where that is possible, else in turn. */
export const writeEach = async <Row, Done extends object>(
  tx: Executor,
  rows: readonly Row[],
  write: Write<Row, Done>,
): Promise<(Done | Refusal)[]> => (await writeTogether(tx, rows, write)) ?? writeInTurn(tx, rows, write);

/** What the portal refuses; anything else is thrown. */
function refusalIn(error: unknown): Refusal {
  if (error instanceof AppError && error.status < 500) return { error };
  throw error;
}

/** The places of those with a reason against them. */
export const refusedAmong = (reasons: readonly (AppError | null)[]): ReadonlyMap<number, AppError> =>
  new Map(reasons.flatMap((error, place) => (error ? [[place, error] as const] : [])));
