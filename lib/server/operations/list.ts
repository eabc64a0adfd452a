import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { mayAsk } from '../access';
import { queryOne } from '../db/sql';
import { getReadPool } from '../db/pool';
import { countKey, withCount, type Counted } from '../queries/known-counts';
import { countStatement, pageStatement, type ListQuery } from '../queries/list';
import type { Viewer } from '../viewer';

/** Most records in one page. */
export const limitMax = 1000;

export type ListedText = {
  /** The JSON array of the records, as PostgreSQL wrote it. */
  readonly records: string;
  /** How many there are in all; null where it was not asked for. */
  readonly count: number | null;
  /** The UUID after which a list by cursor goes on; null or missing at its end. */
  readonly last?: string | null;
};

export type CountMode = 'exact' | 'capped' | 'none';
/** Where a count stops in the portal. */
export const countCap = 10_000;

/** One page of the records that the viewer may read, as JSON text. Throws `not_signed_in`, `not_found`, `invalid`. */
export async function listText(
  viewer: Viewer,
  model: Model,
  list: ListQuery,
  count: CountMode = 'exact',
): Promise<ListedText> {
  refuseUnlessAsked(viewer, model);
  const pool = getReadPool();
  const readPage = () =>
    queryOne<{ records: string; snapshot: string; last?: string | null }>(pageStatement(viewer, model, list), pool);
  if (count === 'none') return { records: (await readPage())?.records ?? '[]', count: null };
  const cap = count === 'capped' ? countCap : undefined;
  const { page, count: total } = await withCount(countKey(viewer, model, list, cap), readPage, () =>
    queryOne<Counted>(countStatement(viewer, model, list, cap), pool),
  );
  return { records: page?.records ?? '[]', count: total, ...(page?.last ? { last: page.last } : {}) };
}

/** The same, parsed, for pages. */
export async function listRecords(
  viewer: Viewer,
  model: Model,
  list: ListQuery,
  count: CountMode = 'capped',
): Promise<{ records: AnyRecord[]; count: number | null }> {
  const { records, count: total } = await listText(viewer, model, list, count);
  // PostgreSQL built it from the declaration, so its shape is the record's.
  return { records: JSON.parse(records) as AnyRecord[], count: total };
}

/** Whether the model may be asked for at all: else 401 for nobody, 404 for what the portal does not have. */
export function refuseUnlessAsked(viewer: Viewer, model: Model): void {
  if (mayAsk(viewer, model)) return;
  throw new AppError(viewer.kind === 'anonymous' && viewer.portal !== 'public' ? 'not_signed_in' : 'not_found');
}
