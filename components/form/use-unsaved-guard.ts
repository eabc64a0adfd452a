'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useConfirm } from '../ui/confirm';

/** Asks before a link or a closed tab loses what was typed. */
export function useUnsavedGuard(isDirty: boolean): void {
  const confirm = useConfirm();
  const router = useRouter();
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
      void confirm({
        title: 'Leave without saving?',
        description: 'What you typed is kept as a draft; the form offers it again when you come back.',
        confirmLabel: 'Leave',
        cancelLabel: 'Stay',
      }).then((isSure) => isSure && router.push(`${url.pathname}${url.search}${url.hash}`));
    }

    window.addEventListener('beforeunload', onUnload);
    // In the capture phase, before the link's own handler navigates.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isDirty, confirm, router]);
}
