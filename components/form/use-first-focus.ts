'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { focusFirstOpen } from './focus-first-open';

interface Settings {
  form: RefObject<HTMLFormElement | null>;
  view: ModelView;
  /** Filled in already are seldom the ones to begin with. */
  values: Readonly<Record<string, unknown>>;
  /** Of the form's inputs: a restored draft brings new ones. */
  round: number;
}

/**
 * Begins a new record's form at its first field, once and where there is a keyboard: on a touch screen the keyboard would cover
 * the page. A draft that comes back is gone on with wherever one likes, and an address that names a place leads there.
 */
export function useFirstFocus(isNew: boolean, settings: Settings): void {
  const latest = useRef(settings);
  latest.current = settings;
  useEffect(() => {
    if (!isNew || window.location.hash !== '' || !window.matchMedia('(pointer: fine)').matches) return;
    // After the drafts of this browser are back in the form.
    const frame = requestAnimationFrame(() => {
      const { form, view, values, round } = latest.current;
      const isTyping = document.activeElement?.matches('input, textarea, [contenteditable=true]') === true;
      if (round === 0 && !isTyping) focusFirstOpen(form.current, view, values, { stay: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isNew]);
}
