import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { HitGroupSection } from '@/components/search/hit-group-section';
import { SearchForm } from '@/components/search/search-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { parseSearch } from '@/lib/declare/search-query';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { searchedModels, searchEverything } from '@/lib/server/operations/search';
import { kindsFor } from '../navigation';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: 'Search' };

/** As many of each kind as one looks through; of a single one, more. */
const [ofEach, ofOne] = [10, 50];

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

export default async function SearchPage({ searchParams }: Props) {
  const [viewer, given] = await Promise.all([requireViewer(), searchParams]);
  const asked = first(given.q);
  const kinds = kindsFor(viewer);
  const parsed = parseSearch(asked, searchedModels);
  const kind = kinds.find(({ name, path }) => path === first(given.in) || name === parsed.kind) ?? null;
  const q = parsed.kind ? parsed.text : asked.trim();
  const { groups, words, isGuess } = await searchEverything(
    viewer,
    kind ? `in:${kind.name} ${q}` : q,
    kind ? ofOne : ofEach,
  );
  const zone = getEnv().LAB_TIME_ZONE;
  return (
    <>
      <PageHeader
        title="Search"
        subtitle="Everything that you may see: by name, tag, number, person or a word in a text."
      />
      <SearchForm q={q} kind={kind} kinds={kinds} />
      {isGuess ? (
        <p className="mt-4 text-muted-foreground" role="status">
          Nothing is called “{q}”. These are called alike.
        </p>
      ) : null}
      {groups.map((group) => (
        <HitGroupSection key={group.kind} group={group} words={words} zone={zone} />
      ))}
      {q !== '' && groups.length === 0 ? (
        <EmptyState icon={<SearchX />} title={`Nothing is called “${q}”`}>
          Try fewer letters{kind ? `, or search everything instead of ${kind.labelPlural.toLowerCase()}` : ''}.
        </EmptyState>
      ) : null}
    </>
  );
}
