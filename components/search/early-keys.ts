type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a text is after a key that was pressed before its field was there. */
export function typedSo(text: string, { key, ctrlKey, metaKey, altKey }: Key): string {
  if (ctrlKey || metaKey || altKey) return text;
  if (key === 'Backspace') return [...text].slice(0, -1).join('');
  return [...key].length === 1 ? text + key : text;
}

let kept: { text: string; listen: (event: KeyboardEvent) => void } | null = null;

/** Keeps what is typed for a field whose script is still on its way, from everything else on the page. Escape gives up. */
export function keepEarlyKeys(onGiveUp: () => void): void {
  if (kept) return;
  const keeping = {
    text: '',
    listen(event: KeyboardEvent) {
      if (event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key !== 'Escape') {
        keeping.text = typedSo(keeping.text, event);
        return;
      }
      takeEarlyKeys();
      onGiveUp();
    },
  };
  kept = keeping;
  window.addEventListener('keydown', keeping.listen, { capture: true });
}

/** What was typed meanwhile; from here on keys go where they go. */
export function takeEarlyKeys(): string {
  if (!kept) return '';
  const { text, listen } = kept;
  window.removeEventListener('keydown', listen, { capture: true });
  kept = null;
  return text;
}
