'use client';

import { Command } from 'cmdk';
import { Plus, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { NamedKind } from '@/lib/declare/search-query';
import type { NavItem, NavSection } from '../layout/nav';
import { NavIcon } from '../layout/nav-icon';
import { PaletteGroup, PaletteItem } from '../layout/palette-item';
import { cn } from '../ui/cn';
import { PaletteInput } from './palette-input';
import { PaletteRecent, PaletteRecords } from './palette-records';
import { useSearch } from './use-search';
import { hasWords } from './words-of-label';

export interface PaletteProps {
  nav: readonly NavSection[];
  /** Found once something is typed. */
  otherPages: readonly NavItem[];
  /** Names that narrow the search: `subject:`. */
  kinds: readonly NamedKind[];
  onDone: () => void;
}

/** Pages, new records and all that the server finds, by typing. */
export function Palette({ nav, otherPages, kinds, onDone }: PaletteProps) {
  const router = useRouter();
  const [{ text, kind }, setTyped] = useState<{ text: string; kind: NamedKind | null }>({ text: '', kind: null });
  const isEmpty = text.trim() === '';
  const query = isEmpty ? '' : kind ? `in:${kind.name} ${text}` : text;
  const { answer, state } = useSearch(query);
  const { groups = [], words = [], recent = [], isGuess = false, zone } = answer;
  const items = kind ? [] : [...nav.flatMap((section) => section.items), ...(isEmpty ? [] : otherPages)];
  const pages = items.filter(({ label }) => isEmpty || hasWords(label, text));
  const fresh = items.filter(({ newLabel }) => newLabel && !isEmpty && hasWords(newLabel, text));
  const hits = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const shown = pages.length + fresh.length + (isEmpty ? recent.length : hits);

  function go(href: string) {
    onDone();
    router.push(href);
  }

  return (
    <Command shouldFilter={false} vimBindings={false} loop label="Search or go to">
      <PaletteInput kinds={kinds} kind={kind} text={text} onChange={(next, of) => setTyped({ text: next, kind: of })} />
      <Command.List className={cn('max-h-[min(32rem,70dvh)] overflow-y-auto', shown > 0 && 'p-1.5')}>
        {isEmpty && !kind ? <PaletteRecent recent={recent} zone={zone} go={go} /> : null}
        <PaletteGroup heading="Go to" isShown={pages.length > 0}>
          {pages.map(({ href, label, icon }) => (
            <PaletteItem key={href} value={`page ${href}`} icon={<NavIcon name={icon} />} onSelect={() => go(href)}>
              {label}
            </PaletteItem>
          ))}
        </PaletteGroup>
        {isEmpty ? null : <PaletteRecords groups={groups} words={words} isGuess={isGuess} zone={zone} go={go} />}
        <PaletteGroup heading="New" isShown={fresh.length > 0}>
          {fresh.map(({ newHref = '', newLabel }) => (
            <PaletteItem key={newHref} value={newHref} icon={<Plus aria-hidden />} onSelect={() => go(newHref)}>
              {newLabel}
            </PaletteItem>
          ))}
        </PaletteGroup>
        {!isEmpty && hits > 0 ? (
          <PaletteGroup heading="More" isShown>
            <PaletteItem
              value="all results"
              icon={<Search aria-hidden />}
              onSelect={() => go(`/search?q=${encodeURIComponent(query)}`)}
            >
              All results on one page
            </PaletteItem>
          </PaletteGroup>
        ) : null}
      </Command.List>
      <p
        role="status"
        className={cn('px-4 text-sm text-muted-foreground not-empty:py-2.5', shown > 0 && 'sr-only not-empty:border-t')}
      >
        {statusOf(state, text.trim(), shown)}
      </p>
    </Command>
  );
}

function statusOf(state: 'searching' | 'done' | 'failed', text: string, shown: number): string | null {
  if (state === 'failed') return 'The search did not answer. Try again.';
  if (shown > 0) return text === '' || state === 'searching' ? null : `${shown} found`;
  if (state === 'searching') return 'Searching…';
  return text === '' ? 'Type what it is called.' : `Nothing is called “${text}”.`;
}
