import { ageInWords } from '@/lib/declare/age';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { LifeEvent } from './life-events';

/** More are folded. */
const shown = 8;

/** Everything that happened, the newest first, each with its date and the age. */
export function LifeList({ items, zone }: { items: readonly LifeEvent[]; zone: string }) {
  const [recent, earlier] = [items.slice(0, shown), items.slice(shown)];
  return (
    <>
      <ol aria-label="What happened" className="mt-3 text-sm">
        {recent.map((item) => (
          <Item key={item.key} item={item} zone={zone} />
        ))}
      </ol>
      {earlier.length > 0 ? (
        <details className="mt-1">
          <summary className="cursor-pointer text-sm text-accent underline-offset-2 hover:underline">
            {earlier.length} earlier
          </summary>
          <ol aria-label="What happened before" className="text-sm">
            {earlier.map((item) => (
              <Item key={item.key} item={item} zone={zone} />
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function Item({ item: { title, href, iso, age, lane }, zone }: { item: LifeEvent; zone: string }) {
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 border-b border-border/60 py-1 last:border-b-0 sm:grid-cols-[6rem_8rem_minmax(0,1fr)]">
      <Time value={iso} zone={zone} show="date" />
      <span className="hidden text-muted-foreground sm:block">
        {age && lane !== 'Life' ? `${ageInWords(age)} old` : ''}
      </span>
      <span className="min-w-0 break-words">
        {href ? (
          <Link href={href} prefetch={false} className="record-link">
            {title}
          </Link>
        ) : (
          title
        )}
      </span>
    </li>
  );
}
