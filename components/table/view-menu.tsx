'use client';

import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { copyText } from '../ui/copy-text';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu';
import { IconButton } from '../ui/icon-button';
import { toast } from '../ui/toast';
import type { ListedView, ListViews, ViewAnswer } from './view-types';

const ViewDialog = dynamic(() => import('./view-dialog').then((file) => file.ViewDialog));

interface ViewMenuProps {
  path: string;
  view: ListedView;
  views: ListViews;
  listing: string;
  isModified: boolean;
}

/** What one does with a saved view. */
export function ViewMenu({ path, view, views, listing, isModified }: ViewMenuProps) {
  const router = useRouter();
  const [isEditing, setEditing] = useState(false);
  const { actions, allHref } = views;

  async function act(work: Promise<ViewAnswer>, title: string, goTo?: string, undo?: () => void) {
    const answer = await work.catch(() => noAnswer);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not done', description: answer.message });
    if (goTo) router.push(goTo, { scroll: false });
    router.refresh();
    toast({ tone: 'success', title, ...(undo ? { action: { label: 'Undo', onClick: undo } } : {}) });
  }

  const restore = () => void act(actions.restore(view.id), `“${view.name}” is back`, view.href);
  const setDefault = (id: string | null) =>
    void act(
      actions.setDefault(path, id),
      id ? `This list opens with “${view.name}”` : 'This list opens with everything',
      view.href,
    );

  async function copyLink() {
    const address = new URL(view.href, window.location.href).href;
    await copyText(address).then(
      () => toast({ tone: 'success', title: 'Link copied' }),
      () => toast({ title: 'The link of this view', description: address, durationMilliseconds: 30_000 }),
    );
  }

  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <IconButton size="sm" label={`More for the view ${view.name}`}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {view.isOwn ? (
          <>
            <MenuItem
              disabled={!isModified}
              onSelect={() => void act(actions.change(view.id, { query: listing }), 'View updated', view.href)}
            >
              Update to what is shown
            </MenuItem>
            <MenuItem onSelect={() => setEditing(true)}>Rename or share…</MenuItem>
          </>
        ) : null}
        <MenuItem onSelect={() => setDefault(view.isDefault ? null : view.id)}>
          {view.isDefault ? 'Open with everything again' : 'Open this list with it'}
        </MenuItem>
        <MenuItem onSelect={() => void copyLink()}>Copy link</MenuItem>
        {view.isOwn ? (
          <>
            <MenuSeparator />
            <MenuItem
              danger
              onSelect={() => void act(actions.remove(view.id), `“${view.name}” deleted`, allHref, restore)}
            >
              Delete view
            </MenuItem>
          </>
        ) : null}
      </DropdownMenu>
      {isEditing ? (
        <ViewDialog path={path} view={view} views={views} listing={listing} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
}

const noAnswer = { ok: false as const, message: 'The server did not answer. Try again in a moment.' };
