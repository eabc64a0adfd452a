type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a text is after a key that was pressed before its field was there. */
export function typedSo(text: string, { key, ctrlKey, metaKey, altKey }: Key): string {
  if (ctrlKey || metaKey || altKey) return text;
  if (key === 'Backspace') return [...text].slice(0, -1).join('');
  return [...key].length === 1 ? text + key : text;
}

/** Longer than this nobody waits for a search. */
const patience = 15_000;
const keptKeys = ['Backspace', 'Enter', 'Escape'];

let kept: { text: string; stop: () => void } | null = null;

/**
 * Keeps what is typed for a field whose script is still on its way, from everything else on the page. Escape, Tab, a click
 * elsewhere or a long wait give up; keys of the browser go where they go.
 */
export function keepEarlyKeys(onGiveUp: () => void): void {
  if (kept) return;
  const giveUp = () => {
    takeEarlyKeys();
    onGiveUp();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    if (key === 'Tab') return giveUp();
    const isText = [...key].length === 1 || keptKeys.includes(key);
    if (isComposing || ctrlKey || metaKey || altKey || !isText) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === 'Escape') giveUp();
    else if (kept) kept.text = typedSo(kept.text, event);
  };
  const timer = setTimeout(giveUp, patience);
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('pointerdown', giveUp, { capture: true });
  kept = {
    text: '',
    stop() {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('pointerdown', giveUp, { capture: true });
    },
  };
}

/** What was typed meanwhile; from here on keys go where they go. */
export function takeEarlyKeys(): string {
  const text = kept?.text ?? '';
  kept?.stop();
  kept = null;
  return text;
}
