'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useConfirm } from '../ui/confirm';

type Save = () => Promise<boolean>;
type Guard = {
  readonly save: Save | null;
  /** Asks; `saveAll` saves what is unsaved anywhere on the page, null where one of the forms cannot. */
  readonly ask: (link: URL, saveAll: Save | null) => void;
};

/** All that is unsaved on the page: one question for all of it. */
const guards = new Set<Guard>();

async function saveEach(saves: readonly Save[]): Promise<boolean> {
  for (const save of saves) if (!(await save())) return false;
  return true;
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!(link instanceof HTMLAnchorElement) || !isPlain || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  const isSamePage = url.pathname === location.pathname && url.search === location.search;
  if (url.origin !== location.origin || isSamePage) return;
  event.preventDefault();
  event.stopPropagation();
  const all = [...guards];
  const saves = all.flatMap(({ save }) => save ?? []);
  all.at(-1)?.ask(url, saves.length === all.length ? () => saveEach(saves) : null);
}

const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();

function watch(guard: Guard): () => void {
  if (guards.size === 0) {
    window.addEventListener('beforeunload', onUnload);
    // In the capture phase, before the link's own handler navigates.
    document.addEventListener('click', onClick, true);
  }
  guards.add(guard);
  return () => {
    guards.delete(guard);
    if (guards.size > 0) return;
    window.removeEventListener('beforeunload', onUnload);
    document.removeEventListener('click', onClick, true);
  };
}

/** Asks before a link or a closed tab loses what was typed. With `save`, which answers whether it could, one may save on the way. */
export function useUnsavedGuard(isDirty: boolean, save?: Save): void {
  const confirm = useConfirm();
  const router = useRouter();
  const latest = useRef(save);
  latest.current = save;
  const canSave = save !== undefined;
  useEffect(() => {
    if (!isDirty) return;
    return watch({
      save: canSave ? async () => (await latest.current?.()) ?? false : null,
      ask({ pathname, search, hash }, saveAll) {
        const leave = () => router.push(`${pathname}${search}${hash}`);
        const onChoose = () => void saveAll?.().then((isSaved) => isSaved && leave());
        void confirm({
          title: 'Leave without saving?',
          description: 'What you typed is kept as a draft; the form offers it again when you come back.',
          confirmLabel: 'Leave',
          cancelLabel: 'Stay',
          ...(saveAll ? { alternative: { label: 'Save and leave', onChoose } } : {}),
        }).then((isSure) => isSure && leave());
      },
    });
  }, [isDirty, canSave, confirm, router]);
}
