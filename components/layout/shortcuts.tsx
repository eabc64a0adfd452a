'use client';

import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from './use-shortcut';

const shortcuts: readonly { keys: readonly string[]; text: string }[] = [
  { keys: ['/'], text: 'Search, or go to a page' },
  { keys: ['Ctrl', 'K'], text: 'The same, also while typing' },
  { keys: ['n'], text: 'New record of this page’s kind; on a session, one like it' },
  { keys: ['e'], text: 'Edit the record of this page' },
  { keys: ['x'], text: 'Choose the row that has the focus; with Shift all from the last one' },
  { keys: ['i'], text: 'Facts of the row that has the focus' },
  { keys: ['l'], text: 'On the dashboard: a session like the last one' },
  { keys: ['Esc'], text: 'Close what is open; nothing typed is lost' },
  { keys: ['F8'], text: 'Go to the latest message' },
  { keys: ['?'], text: 'This list' },
];

/** Presses the link or button that the page marks with a key: `data-shortcut="n"`. */
const press = (key: string) => document.querySelector<HTMLElement>(`[data-shortcut="${key}"]`)?.click();

/** The keys that work on every page. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  useShortcut('n', () => press('n'));
  useShortcut('e', () => press('e'));
  useShortcut('l', () => press('l'));
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard" size="sm">
      <dl className="flex flex-col gap-2.5">
        {shortcuts.map(({ keys, text }) => (
          <div key={text} className="flex items-center gap-3">
            <dt className="flex w-20 shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
