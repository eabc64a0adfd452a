import type { Deletion, TakenCount } from '@/lib/declare/deletion';

/** "3 epochs", "1,000+ sessions" */
export const countText = ({ label, count, isCut }: TakenCount): string =>
  `${count.toLocaleString('en')}${isCut ? '+' : ''} ${label}`;

/** "Session “Day 1”", "3 sessions: Day 1, Day 2, …" */
export function rootText(root: Deletion['roots'][number]): string {
  const { count, kind, titles } = root;
  if (count === 1) return `${kind} “${titles[0] ?? ''}”`;
  return `${countText(root)}: ${titles.join(', ')}${count > titles.length ? ', …' : ''}`;
}

/** What comes back, for the message about it. */
export function restoredText({ roots }: Pick<Deletion, 'roots'>): string {
  const [first] = roots;
  return roots.length === 1 && first ? (first.count === 1 ? first.kind : countText(first)) : 'All of it';
}
