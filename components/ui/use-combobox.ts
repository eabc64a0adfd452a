'use client';

import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Option } from './option';
import { useOptions, type LoadOptions } from './use-options';

/** A line of the list: an option, or the offer to make what was typed. */
export type Entry = { kind: 'option'; option: Option } | { kind: 'create'; query: string };

interface Settings {
  options?: readonly Option[] | undefined;
  loadOptions?: LoadOptions | undefined;
  /** Values not to be offered (again). */
  taken?: readonly string[] | undefined;
  onCreate?: ((query: string) => Option | null | Promise<Option | null>) | undefined;
  onChoose: (option: Option) => void;
  /** Backspace in an empty field. */
  onErase?: (() => void) | undefined;
  /** Several are chosen: who looks through the list by pointing, with nothing typed, goes on choosing in it. */
  isMany?: boolean;
  /** What is typed counts as it is: the list only suggests, and nothing in it is taken before one has gone to it. */
  isFree?: boolean;
}

/** State and keyboard of a combobox after the ARIA pattern: focus stays in the input, the list follows. */
export function useCombobox(settings: Settings) {
  const {
    options: given,
    loadOptions,
    taken = [],
    onCreate,
    onChoose,
    onErase,
    isMany = false,
    isFree = false,
  } = settings;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const start = isFree ? -1 : 0;
  const [cursor, setCursor] = useState(start);
  const [creating, setCreating] = useState(false);
  const { options, status, failure } = useOptions(open, query.trim(), given, loadOptions);

  const offered = options.filter((option) => !taken.includes(option.value));
  const name = query.trim();
  const exists = [...options.map((option) => option.label), ...taken].some(
    (label) => label.toLowerCase() === name.toLowerCase(),
  );
  const entries: Entry[] = offered.map((option) => ({ kind: 'option', option }));
  if (onCreate && name !== '' && !exists) entries.push({ kind: 'create', query: name });
  const active = Math.min(cursor, entries.length - 1);

  function close() {
    setOpen(false);
    setQuery('');
    setCursor(start);
  }

  function show() {
    if (input.current?.disabled || input.current?.readOnly) return;
    setOpen(true);
  }

  function type(text: string) {
    setQuery(text);
    setCursor(start);
    setOpen(true);
  }

  async function choose(entry: Entry | undefined, by: 'key' | 'pointer') {
    if (!entry || creating) return;
    if (entry.kind === 'option') {
      if (entry.option.disabled) return;
      onChoose(entry.option);
    } else {
      setCreating(true);
      const made = await Promise.resolve(onCreate?.(entry.query) ?? null).finally(() => setCreating(false));
      if (!made) return close();
      onChoose(made);
    }
    // Who found it by typing mostly wants this one; a list that stays would cover the next field. The next key opens it again.
    if (isMany && by === 'pointer' && name === '') setCursor(0);
    else close();
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    // Nothing is shown of a list that only suggests while it has nothing to suggest.
    const isShown = open && !(isFree && entries.length === 0);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) return show();
      if (entries.length > 0) setCursor(Math.max(0, Math.min(entries.length - 1, active + step)));
    } else if (event.key === 'Enter' && open && isFree && active < 0) {
      close();
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      void choose(entries[active], 'key');
    } else if (event.key === 'Escape' && isShown) {
      // The dialog or page around shall not take this Escape for itself.
      event.stopPropagation();
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      close();
    } else if (event.key === 'Backspace' && query === '' && !event.repeat) {
      onErase?.();
    }
  }

  return {
    input,
    listId,
    open,
    query,
    entries,
    active,
    status: creating ? ('loading' as const) : status,
    failure,
    choose,
    close,
    show,
    setCursor,
    type,
    inputProps: {
      ref: input,
      role: 'combobox',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': open,
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': open && active >= 0 ? `${listId}-${active}` : undefined,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown,
      onClick: show,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => type(event.target.value),
    },
  };
}
