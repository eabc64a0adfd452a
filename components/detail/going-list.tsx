import type { RemovalPlan } from './removal';

/** What a deletion takes along, or what stands in its way: how many of each kind, and some by name. */
export function GoingList({ entries }: { entries: RemovalPlan['goes'] | RemovalPlan['blockers'] }) {
  return (
    <ul className="mt-1 flex flex-col gap-1 text-sm">
      {entries.map((entry) => (
        <li key={entry.model}>
          <span className="font-medium tabular-nums">{entry.count.toLocaleString('en')}</span>{' '}
          {entry.label.toLowerCase()}
          {entry.titles.length > 0 ? (
            <span className="text-muted-foreground">
              : {entry.titles.join(', ')}
              {entry.count > entry.titles.length ? ', …' : ''}
            </span>
          ) : null}
          {'hasHidden' in entry && entry.hasHidden ? (
            <span className="text-muted-foreground"> and records that you can’t see</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
