import Link from 'next/link';
import { listOfHits, type HitGroup } from '@/lib/declare/search-answer';
import { NavIcon } from '../layout/nav-icon';
import { HitText } from './hit-text';

interface HitGroupSectionProps {
  group: HitGroup;
  words: readonly string[];
  zone: string;
}

/** The hits of one kind on the page of the search. */
export function HitGroupSection({ group, words, zone }: HitGroupSectionProps) {
  const { kind, label, path, icon, hits, hasMore, count } = group;
  return (
    <section aria-labelledby={`hits-${kind}`} className="mt-6 max-w-3xl">
      <h2
        id={`hits-${kind}`}
        className="flex items-center gap-2 font-semibold [&_svg]:size-4 [&_svg]:text-muted-foreground"
      >
        <NavIcon name={icon} />
        {label}
      </h2>
      <ul className="mt-1 divide-y border-y">
        {hits.map((hit) => (
          <li key={hit.href}>
            <Link href={hit.href} className="flex min-h-9 px-1 py-1.5 hover:bg-muted">
              <HitText hit={hit} words={words} zone={zone} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Link
          href={listOfHits(path, words)}
          className="mt-1.5 inline-block px-1 text-accent underline-offset-2 hover:underline"
        >
          See all {count === null ? null : `${count.toLocaleString('en')} `}in {label}
        </Link>
      ) : null}
    </section>
  );
}
