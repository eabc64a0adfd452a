'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import type { NamedKind } from '@/lib/declare/search-query';
import type { NavItem, NavSection } from '../layout/nav';
import { PaletteGroup, PaletteItem } from '../layout/palette-item';
import { cn } from '../ui/cn';
import { takeEarlyKeys } from './early-keys';
import { PaletteInput } from './palette-input';
import { sectionsAtFirst, sectionsFor } from './palette-sections';
import { useSearch, type SearchState } from './use-search';

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
  const [chosen, setChosen] = useState('');
  const isEmpty = text.trim() === '';
  const query = isEmpty ? '' : kind ? `in:${kind.name} ${text}` : text;
  const { answer, state } = useSearch(query);
  const found = { groups: [], words: [], recent: [], isGuess: false, ...answer };
  const listed = kind ? [] : nav.flatMap((section) => section.items);
  const sections = isEmpty
    ? kind
      ? []
      : sectionsAtFirst(listed, found)
    : sectionsFor(text, query, kind ? [] : [...listed, ...otherPages], found);
  const entries = sections.flatMap((section) => section.entries);
  // The first is chosen until an arrow key chooses another, also when answers put new ones before it.
  const current = entries.find(({ value }) => value === chosen) ?? entries[0];

  function go(href: string) {
    onDone();
    router.push(href);
  }

  function type(next: string, of: NamedKind | null) {
    setTyped({ text: next, kind: of });
    setChosen('');
  }

  const takeEarly = useEffectEvent(() => {
    const early = takeEarlyKeys();
    if (early !== '') type(early, null);
  });
  useEffect(() => takeEarly(), []);

  return (
    <Command
      shouldFilter={false}
      vimBindings={false}
      loop
      label="Search or go to"
      value={current?.value ?? ''}
      onValueChange={setChosen}
    >
      <PaletteInput kinds={kinds} kind={kind} text={text} onChange={type} />
      <Command.List className={cn('max-h-[min(32rem,70dvh)] overflow-y-auto', entries.length > 0 && 'p-1.5')}>
        {sections.map(({ heading, entries: some }) => (
          <PaletteGroup key={heading} heading={heading} isShown={some.length > 0}>
            {some.map(({ value, href, icon, content, aside }) => (
              <PaletteItem
                key={value}
                value={value}
                icon={icon}
                {...(aside ? { aside } : {})}
                onSelect={() => go(href)}
              >
                {content}
              </PaletteItem>
            ))}
          </PaletteGroup>
        ))}
      </Command.List>
      <p
        role="status"
        className={cn('px-4 text-sm text-muted-foreground not-empty:py-2.5', entries.length > 0 && 'sr-only')}
      >
        {statusOf(state, text.trim(), entries.filter(({ isWayOn }) => !isWayOn).length)}
      </p>
    </Command>
  );
}

function statusOf(state: SearchState, text: string, shown: number): string | null {
  if (state === 'failed') return 'The search did not answer. Try again.';
  if (shown > 0) return text === '' || state === 'searching' ? null : `${shown} found`;
  if (state === 'searching') return 'Searching…';
  return text === '' ? 'Type what it is called.' : `Nothing is called “${text}”.`;
}
