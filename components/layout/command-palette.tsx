'use client';

import { Command } from 'cmdk';
import { Plus, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import * as Dialog from 'radix-ui/dialog';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { overlayClass } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import type { NavItem, NavSection, SearchRecords } from './nav';
import { NavIcon } from './nav-icon';
import { PaletteGroup, PaletteItem } from './palette-item';
import { useRecordSearch } from './use-record-search';
import { useShortcut } from './use-shortcut';

interface CommandPaletteProps {
  nav: readonly NavSection[];
  /** Found once something is typed. */
  otherPages: readonly NavItem[];
  search: SearchRecords | undefined;
}

/** Goes anywhere by typing: pages, new records, and the records that the server finds. */
export function CommandPalette({ nav, otherPages, search }: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  useShortcut('k', () => setOpen(!open), { withControl: true });
  useShortcut('/', () => setOpen(true));
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-keyshortcuts="/ Control+K"
        className="flex h-8 w-full max-w-80 items-center gap-2 rounded-md border border-input/60 bg-surface px-2.5 text-muted-foreground hover:border-input hover:text-foreground pointer-coarse:h-9"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">Search or go to…</span>
        <Kbd aria-hidden className="hidden sm:inline-flex">
          /
        </Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-xl overflow-hidden rounded-xl border bg-surface shadow-float outline-none data-[state=open]:animate-pop sm:top-[10vh]"
        >
          <Dialog.Title className="sr-only">Search or go to</Dialog.Title>
          <Palette nav={nav} otherPages={otherPages} search={search} onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ nav, otherPages, search, onDone }: CommandPaletteProps & { onDone: () => void }) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const { hits, state } = useRecordSearch(query, search);
  const items = [...nav.flatMap((section) => section.items), ...(query.trim() === '' ? [] : otherPages)];
  const pages = items.filter(({ label }) => hasWords(label, query));
  const fresh = items.filter(({ newLabel }) => newLabel && query.trim() !== '' && hasWords(newLabel, query));
  const found = pages.length + hits.length + fresh.length;

  function go(href: string) {
    onDone();
    router.push(href);
  }

  return (
    <Command shouldFilter={false} vimBindings={false} loop label="Search or go to">
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={search ? 'A page, a session, a subject, a project…' : 'A page…'}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
        <Kbd aria-hidden>Esc</Kbd>
      </div>
      <Command.List className={cn('max-h-[min(26rem,70dvh)] overflow-y-auto', found > 0 && 'p-1.5')}>
        <PaletteGroup heading="Go to" isShown={pages.length > 0}>
          {pages.map(({ href, label, icon }) => (
            <PaletteItem key={href} value={href} icon={<NavIcon name={icon} />} onSelect={() => go(href)}>
              {label}
            </PaletteItem>
          ))}
        </PaletteGroup>
        <PaletteGroup heading="Records" isShown={hits.length > 0}>
          {hits.map(({ href, label, kind, icon }) => (
            <PaletteItem key={href} value={href} icon={<NavIcon name={icon} />} aside={kind} onSelect={() => go(href)}>
              {label}
            </PaletteItem>
          ))}
        </PaletteGroup>
        <PaletteGroup heading="New" isShown={fresh.length > 0}>
          {fresh.map(({ newHref = '', newLabel }) => (
            <PaletteItem key={newHref} value={newHref} icon={<Plus aria-hidden />} onSelect={() => go(newHref)}>
              {newLabel}
            </PaletteItem>
          ))}
        </PaletteGroup>
      </Command.List>
      <p
        role="status"
        className={cn('px-4 text-sm text-muted-foreground not-empty:py-2.5', found > 0 && 'not-empty:border-t')}
      >
        {state === 'searching' && hits.length === 0 ? 'Searching…' : null}
        {state === 'failed' ? 'The search did not answer. Try again.' : null}
        {state !== 'searching' && state !== 'failed' && found === 0 ? `Nothing is called “${query.trim()}”.` : null}
      </p>
    </Command>
  );
}

/** Whether every word of the query starts a word of the label. */
function hasWords(label: string, query: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
