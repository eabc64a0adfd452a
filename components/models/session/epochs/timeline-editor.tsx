'use client';

import { useRef, useState, type CSSProperties } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { textOf } from '@/components/fields/read-value';
import { Kbd } from '@/components/ui/kbd';
import type { Parts } from '../parts';
import { placeWithin, stretchOf, ticksBetween } from '../timeline-layout';
import { describeEpoch, spanOfEpoch } from './describe';
import { EpochBar } from './epoch-bar';
import { ExactForm, exactNameId } from './exact-form';
import { ModuleLanes, moduleLanes } from './module-lanes';
import { gapsOf, overlapsOf, remarksOn } from './overlaps';
import { snapOf } from './snap';
import { Axis, barHeight, EpochLanes } from './timeline-canvas';
import { keyHelp } from './timeline-keys';
import { TimelineToolbar } from './timeline-toolbar';
import type { EpochEdits } from './use-epoch-edits';
import { useTimelineCommands } from './use-timeline-commands';
import { useTimelineGestures } from './use-timeline-gestures';
import { useTimelineWindow } from './use-timeline-window';

interface TimelineEditorProps {
  edits: EpochEdits;
  parts: Parts;
  showing: Showing;
  onPaste: () => void;
}

const ticksApart = 90;

/** The epochs of a session along its time, drawn and changed by mouse, finger or keyboard. Nothing is saved from here. */
export function TimelineEditor({ edits, parts, showing, onPaste }: TimelineEditorProps) {
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

  const { preview } = gestures;
  const stretches = saved.map((one) => (one.id === preview?.id ? { ...one, ...preview.span } : one));
  const { view } = window;
  const { lanes, placed } = placeWithin(stretches, view.from, view.to);
  const [overlaps, gaps] = [overlapsOf(stretches), gapsOf(stretches)];
  const modules = moduleLanes(parts, epochs, showing);
  const labelOf = (id: string) => {
    const epoch = byId(id);
    const within = modules.filter((lane) => lane.epochs.has(id)).map(({ title }) => title);
    return epoch
      ? describeEpoch(epoch, [...remarksOn(id, overlaps, gaps), ...within, ...(epoch.isChanged ? ['not saved'] : [])])
      : '';
  };

  return (
    <div style={{ '--timeline-width': `${window.width}px` } as CSSProperties /* a custom property */}>
      <TimelineToolbar
        {...{ edits, window, isSnapping, isDrawing, onPaste }}
        onSnapping={setSnapping}
        onDrawing={setDrawing}
        onAdd={() => commands.add(null)}
      />
      {/* All keys act on the epoch that has the focus. */}
      <div
        ref={canvas}
        role="application"
        aria-label="Timeline of the epochs"
        aria-describedby="timeline-help"
        // Without epochs there is no bar to reach by Tab.
        tabIndex={epochs.length === 0 ? 0 : -1}
        className="relative touch-pan-y overflow-hidden rounded-md border bg-surface select-none"
        onKeyDown={commands.onKeyDown}
        onMouseDown={(event) => event.preventDefault()}
        onDoubleClick={openExact}
        {...gestures.handlers}
      >
        <Axis
          ticks={ticksBetween(view.from, view.to, Math.max(2, Math.floor(window.width / ticksApart)))}
          view={view}
        />
        <EpochLanes
          {...{ placed, lanes, view, overlaps, gaps }}
          drawn={preview && preview.id === null ? preview.span : null}
          bar={(one, top) => (
            <EpochBar
              key={one.id}
              placed={one}
              view={view}
              top={top}
              height={barHeight}
              label={labelOf(one.id)}
              isCurrent={one.id === String(current?.id)}
              isStop={one.id === String(current?.id)}
              isUnsaved={byId(one.id)?.isChanged ?? false}
              onFocus={() => setPicked(one.id)}
            />
          )}
        />
        <ModuleLanes lanes={modules} placed={placed} view={view} />
      </div>
      <p id="timeline-help" className="sr-only">
        Arrows left and right move the epoch, with Shift its end, with Control and Shift its start. Up and down go to
        other epochs. S splits, N adds, Enter types exact times, Delete removes.
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {current ? (
        <ExactForm
          key={String(current.id)}
          epoch={current}
          taken={epochs.filter((one) => one !== current).map(({ name }) => textOf(name))}
          onChange={(values) => edits.change(String(current.id), values)}
          onSplit={commands.split}
          onRemove={commands.remove}
          onLeave={() => pick(String(current.id), true)}
        />
      ) : (
        <p className="mt-2 text-sm text-muted-foreground">Drag on the timeline to draw the first epoch.</p>
      )}
      <details className="mt-2 text-sm text-muted-foreground">
        <summary className="w-fit cursor-pointer">Keys</summary>
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 sm:grid-cols-[auto_1fr_auto_1fr]">
          {keyHelp.map(([keys, what]) => (
            <div key={keys} className="contents">
              <dt>
                <Kbd>{keys}</Kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
