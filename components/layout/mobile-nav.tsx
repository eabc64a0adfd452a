'use client';

import { Menu } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Sheet } from '@/components/ui/sheet';
import type { NavSection } from './nav';
import { NavList } from './nav-list';
import { useFolded } from './use-folded';

/** The navigation of small screens. */
export function MobileNav({ nav, folded }: { nav: readonly NavSection[]; folded: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const folding = useFolded(folded);
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title="Sulcus"
      trigger={
        <IconButton label="Open navigation" className="md:hidden">
          <Menu aria-hidden />
        </IconButton>
      }
    >
      <NavList nav={nav} folding={folding} onNavigate={() => setOpen(false)} />
    </Sheet>
  );
}
