'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** The form that had the focus last: it is still meant where nothing has the focus now. */
let lastForm: Element | null = null;

/**
 * Takes the focus away and gives it back: what is typed in an input is read when it is left, and the place is kept for going on.
 */
export function readFocused(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return;
  focused.blur();
  focused.focus({ preventScroll: true });
}

/** Ctrl-S saves a form. Of several forms on a page, the one that is typed in; `isAlone` on its page it saves from anywhere. */
export function useSaveShortcut(form: RefObject<HTMLFormElement | null>, save: () => void, isAlone = false): void {
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    function onFocusIn({ target }: FocusEvent) {
      if (target instanceof Node && form.current?.contains(target)) lastForm = form.current;
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      const focused = document.activeElement;
      const isMeant = focused === document.body ? lastForm === form.current : form.current?.contains(focused);
      if (!isAlone && !isMeant) return;
      readFocused();
      saveNow.current();
    }
    window.addEventListener('focusin', onFocusIn);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('focusin', onFocusIn);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [form, isAlone]);
}
