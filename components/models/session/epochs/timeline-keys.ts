import { nudge } from './snap';
import { resizeSpan, moveSpan, type Span } from './span';

type Keys = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

/** What a key does on an epoch of the timeline. */
export type TimelineCommand =
  | { readonly do: 'place'; readonly span: Span }
  | { readonly do: 'go'; readonly to: 'previous' | 'next' | 'first' | 'last' }
  | { readonly do: 'split' | 'remove' | 'open' | 'add' | 'cancel' | 'closer' | 'wider' | 'fit' | 'earlier' | 'later' };

const plain: Readonly<Record<string, TimelineCommand>> = {
  ArrowUp: { do: 'go', to: 'previous' },
  ArrowDown: { do: 'go', to: 'next' },
  Home: { do: 'go', to: 'first' },
  End: { do: 'go', to: 'last' },
  s: { do: 'split' },
  n: { do: 'add' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Enter: { do: 'open' },
  Escape: { do: 'cancel' },
  '+': { do: 'closer' },
  '=': { do: 'closer' },
  '-': { do: 'wider' },
  '0': { do: 'fit' },
  PageUp: { do: 'earlier' },
  PageDown: { do: 'later' },
};

/**
 * Reads a key: arrows move the epoch by one step, with Shift its end and with Ctrl and Shift its start; with Alt by a tenth of
 * a step. Null for keys that mean nothing here.
 */
export function commandOf(keys: Keys, span: Span | null, step: number): TimelineCommand | null {
  const { key, shiftKey, altKey } = keys;
  const isWithCtrl = keys.ctrlKey || keys.metaKey;
  const direction = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
  if (direction !== null) {
    if (!span || (isWithCtrl && !shiftKey)) return null;
    const edge = shiftKey ? (isWithCtrl ? 'start' : 'end') : null;
    if (edge) return { do: 'place', span: resizeSpan(span, edge, nudge(span[edge], direction, step, altKey)) };
    return { do: 'place', span: moveSpan(span, nudge(span.start, direction, step, altKey) - span.start) };
  }
  if (isWithCtrl || altKey) return null;
  return plain[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** The keys in words, for those who use them. */
export const keyHelp: readonly (readonly [keys: string, what: string])[] = [
  ['↑ ↓', 'previous and next epoch'],
  ['← →', 'move by one step'],
  ['Shift ← →', 'move the end'],
  ['Ctrl Shift ← →', 'move the start'],
  ['Alt with an arrow or a drag', 'no snapping'],
  ['S', 'split at the pointer, or in the middle'],
  ['N', 'new epoch after the last'],
  ['Enter', 'type name and times'],
  ['Delete', 'remove'],
  ['Ctrl Z, Ctrl Shift Z', 'undo, redo'],
  ['Ctrl S', 'save'],
  ['+ − 0', 'closer, wider, all'],
  ['Page Up, Page Down', 'earlier, later'],
  ['Esc', 'end a drag'],
];
