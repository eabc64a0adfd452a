import { ArrowRight, Plus, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { listOfHits, type Hit, type HitGroup, type RecentHit } from '@/lib/declare/search-answer';
import type { NavItem } from '../layout/nav';
import { NavIcon } from '../layout/nav-icon';
import { HitText } from './hit-text';
import { hasWords } from './words-of-label';

/** One line of the palette. */
export interface PaletteEntry {
  /** Unique in the palette. */
  value: string;
  href: string;
  icon: ReactNode;
  content: ReactNode;
  /** At the right, quietly. */
  aside?: string;
  /** Leads on to more, and is nothing found itself. */
  isWayOn?: boolean;
}

export interface PaletteSection {
  heading: string;
  entries: readonly PaletteEntry[];
}

interface Found {
  groups: readonly HitGroup[];
  recent: readonly RecentHit[];
  words: readonly string[];
  isGuess: boolean;
  zone: string;
}

const hitEntry = (hit: Hit, icon: string, { words, zone }: Pick<Found, 'words' | 'zone'>): PaletteEntry => ({
  value: hit.href,
  href: hit.href,
  icon: <NavIcon name={icon} />,
  content: <HitText hit={hit} words={words} zone={zone} />,
});

const pageEntry = ({ href, label, icon }: NavItem): PaletteEntry => ({
  value: `page ${href}`,
  href,
  icon: <NavIcon name={icon} />,
  content: label,
});

/** Before anything is typed: what was opened or changed last, and the pages. */
export const sectionsAtFirst = (pages: readonly NavItem[], { recent, zone }: Found): PaletteSection[] => [
  {
    heading: 'Recent',
    entries: recent.map((hit) => ({ ...hitEntry(hit, hit.icon, { words: [], zone }), aside: hit.kind })),
  },
  { heading: 'Go to', entries: pages.map(pageEntry) },
];

/** What fits the text: pages, what was found kind by kind with the way to its list where that has more, new records. */
export function sectionsFor(text: string, query: string, pages: readonly NavItem[], found: Found): PaletteSection[] {
  const fresh = pages.filter(({ newLabel }) => newLabel && hasWords(newLabel, text));
  return [
    {
      heading: 'Go to',
      entries: pages.filter(({ label, words = '' }) => hasWords(`${label} ${words}`, text)).map(pageEntry),
    },
    ...found.groups.map((group) => ({
      heading: found.isGuess ? `${group.label} called alike` : group.label,
      entries: [
        ...group.hits.map((hit) => hitEntry(hit, group.icon, found)),
        ...(group.hasMore ? [allOf(group, found)] : []),
      ],
    })),
    {
      heading: 'New',
      entries: fresh.map(({ newHref = '', newLabel }) => ({
        value: newHref,
        href: newHref,
        icon: <Plus aria-hidden />,
        content: newLabel,
      })),
    },
    { heading: 'More', entries: found.groups.length > 0 ? [onePage(query)] : [] },
  ];
}

const allOf = ({ path, label, count }: HitGroup, { words }: Found): PaletteEntry => ({
  value: `all ${path}`,
  href: listOfHits(path, words),
  icon: <ArrowRight aria-hidden />,
  content: `See all ${count === null ? '' : `${count.toLocaleString('en')} `}in ${label}`,
  isWayOn: true,
});

const onePage = (query: string): PaletteEntry => ({
  value: 'all results',
  href: `/search?q=${encodeURIComponent(query)}`,
  icon: <Search aria-hidden />,
  content: 'All results on one page',
  isWayOn: true,
});
