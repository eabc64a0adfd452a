'use client';

import { useCallback, useEffect, useState } from 'react';
import { storedDrafts } from '../form/draft';
import { useDrafting } from '../form/drafting';
import { entrySlot } from './entry-draft';
import type { LogContext } from './log-actions';

/**
 * Keys of the viewer's drafts of entries of a log. What the server has is asked anew on the log's own page (`isPage`);
 * elsewhere the page has come with it.
 */
export function useEntryDrafts(context: LogContext, isPage: boolean) {
  const { owner } = useDrafting();
  const { place } = entrySlot(context, null);
  const [stored, setStored] = useState<readonly string[]>([]);
  /** Of forms that were open here this browser knows best. */
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [isSettled, setSettled] = useState(false);

  const read = useCallback(() => {
    const drafts = owner === null ? [] : storedDrafts(owner);
    setStored(drafts.flatMap(({ slot, isDiscarded }) => (slot.place === place && !isDiscarded ? [slot.key] : [])));
  }, [owner, place]);
  useEffect(() => {
    read();
    if (!isPage || owner === null) return;
    void import('../form/open-drafts')
      .then(({ settlePlace }) => settlePlace(owner, place))
      .catch(() => false)
      .then(() => {
        read();
        setSettled(true);
      });
  }, [read, isPage, owner, place]);

  const known = isSettled ? [] : context.drafts.filter((key) => !opened.includes(key));
  return {
    keys: [...new Set([...known, ...stored])],
    /** Whether it is known what the server has. */
    isSettled,
    /** A form was closed: looks again. */
    look(key: string) {
      setOpened((before) => [...before, key]);
      read();
    },
  };
}
