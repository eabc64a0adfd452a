'use client';

import type { CSSProperties } from 'react';
import type { Showing } from '@/components/fields/field-parts';
import { textOf } from '@/components/fields/read-value';
import type { Parts } from '../parts';
import { placeWithin, ticksBetween } from '../timeline-layout';
import { describeEpoch } from './describe';
import { EpochBar } from './epoch-bar';
import { ExactForm } from './exact-form';
import { ModuleLanes, moduleLanes } from './module-lanes';
import { gapsOf, overlapsOf, remarksOn } from './overlaps';
import { Axis, barHeight, EpochLanes } from './timeline-canvas';
import { KeyHelp, SpokenHelp, spokenHelpId } from './timeline-help';
import { TimelineToolbar } from './timeline-toolbar';
import type { EpochEdits } from './use-epoch-edits';
import { useTimeline } from './use-timeline';

interface TimelineEditorProps {
  edits: EpochEdits;
  parts: Parts;
  showing: Showing;
  onPaste: () => void;
}

const ticksApart = 90;

/** The epochs of a session along its time, drawn and changed by mouse, finger or keyboard. Nothing is saved from here. */
export function TimelineEditor({ edits, parts, showing, onPaste }: TimelineEditorProps) {
  const timeline = useTimeline(edits);
  const { canvas, window, gestures, commands, saved, current, byId, pick, openExact, choices } = timeline;
  const { epochs } = edits;
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
      <TimelineToolbar {...{ edits, window, onPaste, ...choices }} />
      {/* All keys act on the epoch that has the focus. */}
      <div
        ref={canvas}
        role="application"
        aria-label="Timeline of the epochs"
        aria-describedby={spokenHelpId}
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
              onFocus={() => pick(one.id, false)}
            />
          )}
        />
        <ModuleLanes lanes={modules} placed={placed} view={view} />
      </div>
      <SpokenHelp />
      <p role="status" className="sr-only">
        {timeline.said}
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
        <p className="mt-2 text-sm text-muted-foreground">
          Drag on the timeline to draw the first epoch, or add it below.
        </p>
      )}
      <KeyHelp />
    </div>
  );
}
