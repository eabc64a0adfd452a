'use client';

import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl-S saves a form. Of several forms on a page, the one that is typed in; `isAlone` on its page it saves from anywhere. */
export function useSaveShortcut(form: RefObject<HTMLFormElement | null>, save: () => void, isAlone = false): void {
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      const focused = document.activeElement;
      if (!isAlone && !form.current?.contains(focused)) return;
      // What is typed in the focused input is read when it is left.
      if (focused instanceof HTMLElement) focused.blur();
      saveNow.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [form, isAlone]);
}
