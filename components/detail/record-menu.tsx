'use client';

import { Copy, CopyPlus, Ellipsis, History, LayoutTemplate, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu';
import { IconButton } from '../ui/icon-button';
import { toast } from '../ui/toast';
import { DeleteDialog } from './delete-dialog';
import type { RemovalActions } from './removal';

interface RecordMenuProps {
  id: string;
  label: string;
  listHref: string;
  /** Null for who may not create one. */
  duplicateHref: string | null;
  /** Other pages on which something is done with it. */
  links?: readonly { readonly label: string; readonly href: string }[];
  /** Null for what has no history. */
  historyHref?: string | null;
  /** Null for who may not delete it. */
  removal: RemovalActions | null;
}

/** What is done with a record less often than editing it. */
export function RecordMenu({
  id,
  label,
  listHref,
  duplicateHref,
  links = [],
  historyHref = null,
  removal,
}: RecordMenuProps) {
  const [isDeleting, setDeleting] = useState(false);
  async function copyId() {
    try {
      await navigator.clipboard.writeText(id);
      toast({ tone: 'success', title: 'Id copied' });
    } catch {
      toast({ title: 'The id of this record', description: id, durationMilliseconds: 30_000 });
    }
  }
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={`More for this ${label.toLowerCase()}`} variant="secondary">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {duplicateHref ? (
          <MenuItem icon={<CopyPlus aria-hidden />} href={duplicateHref}>
            Duplicate
          </MenuItem>
        ) : null}
        {links.map((link) => (
          <MenuItem key={link.href} icon={<LayoutTemplate aria-hidden />} href={link.href}>
            {link.label}
          </MenuItem>
        ))}
        {historyHref ? (
          <MenuItem icon={<History aria-hidden />} href={historyHref}>
            History
          </MenuItem>
        ) : null}
        <MenuItem icon={<Copy aria-hidden />} onSelect={() => void copyId()}>
          Copy id
        </MenuItem>
        {removal ? (
          <>
            <MenuSeparator />
            <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={() => setDeleting(true)}>
              Delete…
            </MenuItem>
          </>
        ) : null}
      </DropdownMenu>
      {removal && isDeleting ? (
        <DeleteDialog label={label} listHref={listHref} actions={removal} onClose={() => setDeleting(false)} />
      ) : null}
    </>
  );
}
