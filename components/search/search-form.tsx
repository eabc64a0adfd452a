import { Search } from 'lucide-react';
import Form from 'next/form';
import Link from 'next/link';
import type { NamedKind } from '@/lib/declare/search-query';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Input } from '../ui/input';

interface SearchFormProps {
  q: string;
  /** The one kind that is looked in. */
  kind: NamedKind | null;
  kinds: readonly NamedKind[];
}

const hrefOf = (q: string, path?: string) =>
  `/search?${new URLSearchParams({ ...(q === '' ? {} : { q }), ...(path ? { in: path } : {}) })}`;

const chipClass =
  'inline-flex h-7 shrink-0 items-center rounded border px-2 text-sm whitespace-nowrap hover:border-input pointer-coarse:h-9';

/** What is looked for and where; works without scripts. */
export function SearchForm({ q, kind, kinds }: SearchFormProps) {
  return (
    <div className="flex flex-col gap-3">
      <Form action="/search" role="search" className="flex max-w-xl gap-2">
        <Input
          key={q}
          name="q"
          type="search"
          defaultValue={q}
          aria-label="Search for"
          placeholder="What it is called"
        />
        {kind ? <input type="hidden" name="in" value={kind.path} /> : null}
        <Button type="submit">
          <Search aria-hidden />
          Search
        </Button>
      </Form>
      <nav aria-label="Search in" className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-1 [scrollbar-width:thin]">
        {[null, ...kinds].map((one) => (
          <Link
            key={one?.name ?? 'all'}
            href={hrefOf(q, one?.path)}
            aria-current={one?.name === kind?.name ? 'true' : undefined}
            className={cn(chipClass, one?.name === kind?.name && 'border-accent/40 bg-accent/10 text-accent')}
          >
            {one?.labelPlural ?? 'Everything'}
          </Link>
        ))}
      </nav>
    </div>
  );
}
