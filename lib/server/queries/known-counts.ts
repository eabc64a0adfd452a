import 'server-only';
import type { Model } from '@/lib/declare/model';
import { getEnv } from '../env';
import type { Viewer } from '../viewer';
import type { ListQuery } from './list';

/** A count and what PostgreSQL saw when it counted: the transactions that were over, as `pg_current_snapshot()`. */
export type Counted = { readonly count: number; readonly snapshot: string };

const known = new Map<string, Counted>();
const knownMax = 5000;

/** What a count depends on besides the data: who asks, what for, and where counting stops. */
export function countKey(
  viewer: Viewer,
  model: Model,
  list: Pick<ListQuery, 'filters' | 'search'>,
  cap?: number,
): string {
  const who = viewer.kind === 'user' ? [viewer.id, viewer.isSuperuser] : [viewer.kind];
  return JSON.stringify([who, viewer.portal, model.name, list.filters, list.search, cap]);
}

/**
 * A page with the count of its list. Counting costs more than the page, so a count is used again while no transaction has
 * ended since it was made: then it is still exact. A standby's snapshots do not tell that, so there it is always counted.
 */
export async function withCount<Page extends { snapshot: string }>(
  key: string,
  readPage: () => Promise<Page | null>,
  countAll: () => Promise<Counted | null>,
): Promise<{ page: Page | null; count: number | null }> {
  const before = getEnv().DATABASE_REPLICA_URL ? undefined : known.get(key);
  if (!before) {
    const [page, counted] = await Promise.all([readPage(), countAll()]);
    if (counted) remember(key, counted);
    return { page, count: counted?.count ?? null };
  }
  const page = await readPage();
  if (page?.snapshot === before.snapshot) return { page, count: before.count };
  const counted = await countAll();
  if (counted) remember(key, counted);
  return { page, count: counted?.count ?? null };
}

function remember(key: string, counted: Counted): void {
  known.delete(key);
  known.set(key, counted);
  const [oldest] = known.keys();
  if (known.size > knownMax && oldest !== undefined) known.delete(oldest);
}
