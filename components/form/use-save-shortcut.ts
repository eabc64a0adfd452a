'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** The form that had the focus last. */
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

/** Whether a form is the one to be saved: the one that has the focus, or had it last where the focus is in no other place of input. */
function isMeant(form: HTMLFormElement | null): boolean {
  const focused = document.activeElement;
  if (!form || form.contains(focused)) return form !== null;
  const isElsewhere = focused?.closest('form, [role="dialog"], [role="application"], [role="grid"]');
  return !isElsewhere && lastForm === form;
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
      if (!isAlone && !isMeant(form.current)) return;
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
