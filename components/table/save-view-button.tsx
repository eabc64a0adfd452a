'use client';

import { BookmarkPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../ui/button';
import type { ListViews } from './view-types';

const ViewDialog = dynamic(() => import('./view-dialog').then((file) => file.ViewDialog));

/** Offers to keep what is listed, where that is neither everything nor a view already. */
export function SaveViewButton({ path, views, listing }: { path: string; views: ListViews; listing: string }) {
  const [isOpen, setOpen] = useState(false);
  if (listing === '' || (views.current && !views.isModified)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <BookmarkPlus aria-hidden />
        Save view…
      </Button>
      {isOpen ? (
        <ViewDialog path={path} view={null} views={views} listing={listing} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
