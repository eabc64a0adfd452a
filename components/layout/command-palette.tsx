'use client';

import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { onDemand } from '@/components/ui/on-demand';
import { noteOpened } from '../search/opened';
import { keepEarlyKeys } from '../search/early-keys';
import type { PaletteProps } from '../search/palette';
import { useShortcut } from './use-shortcut';

const load = () => import('../search/palette-window');
const PaletteWindow = onDemand(async () => (await load()).PaletteWindow);

/** Goes anywhere by typing: pages, new records, and whatever the server finds. */
export function CommandPalette(props: Omit<PaletteProps, 'onDone'>) {
  const [open, setOpen] = useState(false);
  const [isWanted, setIsWanted] = useState(false);
  const pathname = usePathname();
  useEffect(() => noteOpened(pathname), [pathname]);
  useShortcut('k', () => show(!open), { withControl: true });
  useShortcut('/', () => show(true));

  function show(next: boolean) {
    if (next) {
      setIsWanted(true);
      // The window may take a moment; who types on at once has meant it.
      keepEarlyKeys(() => setOpen(false));
    }
    setOpen(next);
  }

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="/ Control+K"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => show(true)}
        className="flex h-8 w-full max-w-80 items-center gap-2 rounded-md border border-input/60 bg-surface px-2.5 text-muted-foreground hover:border-input hover:text-foreground pointer-coarse:h-9"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">Search or go to…</span>
        <Kbd aria-hidden className="max-sm:hidden">
          /
        </Kbd>
      </button>
      {isWanted ? <PaletteWindow {...props} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
