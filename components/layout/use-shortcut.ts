'use client';

import { useEffect, useEffectEvent } from 'react';

/**
 * Listens for one key on the whole page. Plain keys do nothing while somebody types or a dialog is open; with
 * `withControl` it is Ctrl or ⌘ and the key, which works everywhere.
 */
export function useShortcut(key: string, onPress: () => void, { withControl = false } = {}): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || event.defaultPrevented || event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) !== withControl) return;
    if (!withControl && (isTyping(event.target) || isDialogOpen())) return;
    event.preventDefault();
    onPress();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="textbox"]');
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
