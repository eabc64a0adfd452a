'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useConfirm } from '../ui/confirm';

/** Asks before a link or a closed tab loses what was typed. With `save`, which answers whether it could, one may save on the way. */
export function useUnsavedGuard(isDirty: boolean, save?: () => Promise<boolean>): void {
  const confirm = useConfirm();
  const router = useRouter();
  const saveAnd = useEffectEvent(async (leave: () => void) => {
    if (await save?.()) leave();
  });
  const canSave = save !== undefined;
  useEffect(() => {
    if (!isDirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();

    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!(link instanceof HTMLAnchorElement) || !isPlain || link.target || link.hasAttribute('download')) return;
      const url = new URL(link.href);
      const isSamePage = url.pathname === location.pathname && url.search === location.search;
      if (url.origin !== location.origin || isSamePage) return;
      event.preventDefault();
      event.stopPropagation();
      const leave = () => router.push(`${url.pathname}${url.search}${url.hash}`);
      void confirm({
        title: 'Leave without saving?',
        description: 'What you typed is kept as a draft; the form offers it again when you come back.',
        confirmLabel: 'Leave',
        cancelLabel: 'Stay',
        ...(canSave ? { alternative: { label: 'Save and leave', onChoose: () => void saveAnd(leave) } } : {}),
      }).then((isSure) => isSure && leave());
    }

    window.addEventListener('beforeunload', onUnload);
    // In the capture phase, before the link's own handler navigates.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isDirty, canSave, confirm, router]);
}
