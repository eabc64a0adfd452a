'use client';

import { useRef, useState } from 'react';
import { stretchOf } from '../timeline-layout';
import { spanOfEpoch } from './describe';
import { exactNameId } from './exact-form';
import { snapOf } from './snap';
import type { EpochEdits } from './use-epoch-edits';
import { useTimelineCommands } from './use-timeline-commands';
import { useTimelineGestures } from './use-timeline-gestures';
import { useTimelineWindow } from './use-timeline-window';

/** The state of a timeline: what is in sight, which epoch is current, and the gestures and commands that change the epochs. */
export function useTimeline(edits: EpochEdits) {
  const canvas = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [isSnapping, setSnapping] = useState(true);
  const [isDrawing, setDrawing] = useState(false);
  const { epochs } = edits;
  const byId = (id: string) => epochs.find((epoch) => String(epoch.id) === id);
  const current = (picked === null ? undefined : byId(picked)) ?? epochs[0];
  const saved = epochs.map(stretchOf).filter((stretch) => stretch !== null);
  const window = useTimelineWindow(canvas, saved);

  const snapFor = (id: string | null, isOff: boolean) =>
    isOff || !isSnapping
      ? null
      : snapOf(
          window.view,
          window.width,
          saved.filter((one) => one.id !== id),
        );
  function pick(id: string | null, focus: boolean) {
    const bar = () => document.getElementById(`epoch-bar-${id}`);
    // At once where it can be: what is typed in the form of another epoch counts when it is left.
    if (focus) bar()?.focus({ preventScroll: true });
    setPicked(id);
    // A new bar is there after the next frame.
    if (focus) requestAnimationFrame(() => (bar() ?? canvas.current)?.focus({ preventScroll: true }));
  }
  function openExact() {
    const input = document.getElementById(exactNameId);
    input?.focus();
    if (input instanceof HTMLInputElement) input.select();
  }
  const gestures = useTimelineGestures({
    canvas,
    window,
    isDrawing,
    spanOfEpoch: (id) => spanOfEpoch(byId(id)),
    snapFor,
    onPick: (id) => pick(id, true),
    onDone({ id, span }) {
      const epoch = id === null ? undefined : byId(id);
      if (epoch) commands.place(epoch, span);
      else {
        commands.add(span);
        // What is drawn is named next; on a touch screen the keyboard would come up over each stroke.
        if (globalThis.matchMedia('(pointer: fine)').matches) requestAnimationFrame(openExact);
      }
    },
  });
  const commands = useTimelineCommands({
    edits,
    window,
    step: snapOf(window.view, window.width, []).step,
    current,
    snapFor,
    pick,
    say: setSaid,
    openExact,
    endDrag: gestures.cancel,
    pointerTime: () => gestures.pointerTime.current,
  });
  return {
    canvas,
    window,
    gestures,
    commands,
    /** The epochs as they are apart from a gesture that goes on. */
    saved,
    current,
    byId,
    pick,
    openExact,
    said,
    choices: { isSnapping, isDrawing, onSnapping: setSnapping, onDrawing: setDrawing },
  };
}
