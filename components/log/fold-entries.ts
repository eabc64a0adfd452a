import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { wallTimeAt, writeDate } from '../ui/zoned-time';

/** Entries that a page shows at once; older ones are folded by month. */
export const entriesShown = 30;

export type FoldedMonth = { readonly month: string; readonly count: number };

/** The month of an entry on the laboratory's clock, such as `2026-09`. */
const monthOf = (entry: LogEntry, zone: string): string =>
  writeDate(wallTimeAt(Date.parse(entryTime(entry)), zone)).slice(0, 7);

/** Splits entries, the newest first, into those shown at once and the older ones, counted by month. */
export function foldEntries(
  entries: readonly LogEntry[],
  zone: string,
): { recent: readonly LogEntry[]; months: readonly FoldedMonth[] } {
  const counts = new Map<string, number>();
  for (const entry of entries.slice(entriesShown)) {
    const month = monthOf(entry, zone);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return {
    recent: entries.slice(0, entriesShown),
    months: [...counts].map(([month, count]) => ({ month, count })),
  };
}

/** The folded entries of one month, the newest first. */
export const foldedEntriesOf = (entries: readonly LogEntry[], zone: string, month: string): readonly LogEntry[] =>
  entries.slice(entriesShown).filter((entry) => monthOf(entry, zone) === month);
