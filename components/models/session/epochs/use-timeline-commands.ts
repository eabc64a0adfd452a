'use client';

import type { KeyboardEvent } from 'react';
import { numberOf, textOf } from '@/components/fields/read-value';
import { nextName } from '@/lib/next-name';
import { describeEpoch, spanOfEpoch } from './describe';
import type { WorkingEpoch } from './pending';
import { snapTime, type Snap } from './snap';
import { splitSpan, type Span } from './span';
import { commandOf, type TimelineCommand } from './timeline-keys';
import type { EpochEdits } from './use-epoch-edits';
import type { TimelineWindow } from './use-timeline-window';

type Settings = {
  edits: EpochEdits;
  window: TimelineWindow;
  step: number;
  current: WorkingEpoch | undefined;
  snapFor: (id: string | null, isOff: boolean) => Snap | null;
  /** Picks an epoch and, with `focus`, puts the focus on its bar. */
  pick: (id: string | null, focus: boolean) => void;
  say: (text: string) => void;
  openExact: () => void;
  endDrag: () => void;
  pointerTime: () => number | null;
};

/** What one can do to the epochs of the timeline, each told to those who do not see it; and the keys for it. */
export function useTimelineCommands(settings: Settings) {
  const { edits, window, step, current, snapFor, pick, say, openExact, endDrag, pointerTime } = settings;
  const { epochs } = edits;
  const names = () => epochs.map(({ name }) => textOf(name));

  function place(epoch: WorkingEpoch, { start, end }: Span) {
    if (start === epoch.start && end === epoch.end) return;
    // An end that is open stays open while the epoch is only moved.
    const isOpen = numberOf(epoch.end) === null && end === start;
    edits.change(String(epoch.id), isOpen ? { start } : { start, end });
    window.reveal({ start, end });
    say(describeEpoch({ ...epoch, start, end: isOpen ? null : end }));
  }

  /** A new epoch: drawn, or one step long after the last. */
  function add(drawn: Span | null) {
    const last = Math.max(0, ...epochs.map((epoch) => spanOfEpoch(epoch)?.end ?? 0));
    const span = drawn ?? { start: last, end: last + step * 5 };
    const name = nextName(`Epoch ${epochs.length}`, names());
    pick(edits.add({ name, ...span }), true);
    window.reveal(span);
    say(`Added: ${describeEpoch({ name, ...span })}`);
  }

  /** Cuts the current epoch in two; answers why not, or null. */
  function split(at: number): string | null {
    const span = spanOfEpoch(current);
    const parts = span && splitSpan(span, at);
    if (!current || !parts) return 'That time is not inside the epoch.';
    const [left, right] = parts;
    const name = nextName(textOf(current.name), names());
    const { behavior, manipulation } = current;
    // A data acquisition is in one epoch at most: it stays with the first part.
    pick(edits.split(String(current.id), left, { name, ...right, behavior, manipulation }), true);
    say(`Split: ${textOf(current.name)} ends where ${name} begins.`);
    return null;
  }

  function splitHere() {
    const span = spanOfEpoch(current);
    if (!span) return;
    const pointed = pointerTime();
    const isInside = pointed !== null && pointed > span.start && pointed < span.end;
    const at = isInside ? pointed : (span.start + span.end) / 2;
    const refused = split(snapTime(at, snapFor(null, false)));
    if (refused) split(Math.round(at));
  }

  function remove() {
    if (!current) return;
    const at = epochs.indexOf(current);
    const next = epochs[at + 1] ?? epochs[at - 1];
    edits.remove(String(current.id));
    pick(next ? String(next.id) : null, true);
    say(`${textOf(current.name)} removed. Ctrl Z brings it back.`);
  }

  function go(to: Extract<TimelineCommand, { do: 'go' }>['to']) {
    const at = current ? epochs.indexOf(current) : -1;
    const last = epochs.length - 1;
    const next = epochs[{ previous: Math.max(at - 1, 0), next: Math.min(at + 1, last), first: 0, last }[to]];
    if (!next) return;
    pick(String(next.id), true);
    const span = spanOfEpoch(next);
    if (span) window.reveal(span);
  }

  const middle = () => {
    const span = spanOfEpoch(current);
    return span ? (span.start + span.end) / 2 : undefined;
  };
  const run: Readonly<Record<Exclude<TimelineCommand['do'], 'place' | 'go'>, () => void>> = {
    split: splitHere,
    remove,
    open: openExact,
    add: () => add(null),
    cancel: endDrag,
    closer: () => window.closer(middle()),
    wider: () => window.wider(middle()),
    fit: window.fit,
    earlier: () => window.turn(-1),
    later: () => window.turn(1),
  };

  function onKeyDown(event: KeyboardEvent) {
    const command = commandOf(event, spanOfEpoch(current), step);
    if (!command) return;
    event.preventDefault();
    // Letters mean other things elsewhere on the page.
    event.stopPropagation();
    if (command.do === 'place') {
      if (current) place(current, command.span);
    } else if (command.do === 'go') go(command.to);
    else run[command.do]();
  }

  return { place, add, split, remove, onKeyDown };
}
