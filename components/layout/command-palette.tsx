'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import * as Dialog from 'radix-ui/dialog';
import { useEffect, useState } from 'react';
import { overlayClass } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { noteOpened } from '../search/opened';
import type { PaletteProps } from '../search/palette';
import { useShortcut } from './use-shortcut';

const load = () => import('../search/palette').then(({ Palette }) => Palette);
// Not a part of the first load: it comes when somebody is about to search.
const Palette = dynamic(load, { loading: () => <div className="h-12 border-b" /> });

/** Goes anywhere by typing: pages, new records, and whatever the server finds. */
export function CommandPalette(props: Omit<PaletteProps, 'onDone'>) {
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  useEffect(() => noteOpened(pathname), [pathname]);
  useShortcut('k', () => setOpen(!open), { withControl: true });
  useShortcut('/', () => setOpen(true));
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-keyshortcuts="/ Control+K"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
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
          <Palette {...props} onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
