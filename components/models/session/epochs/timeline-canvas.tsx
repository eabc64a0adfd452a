import type { ReactNode } from 'react';
import { writeTick, type Placed, type Timeline } from '../timeline-layout';
import { percent, placeIn } from './epoch-bar';
import type { Gap, Overlap } from './overlaps';
import type { Span } from './span';
import { fractionAt, type ViewWindow } from './view-window';

export const barHeight = 30;
export const barGap = 4;
const axisHeight = 20;

/** Round times along the top, with lines through all lanes. */
export function Axis({ ticks, view }: { ticks: Timeline['ticks']; view: ViewWindow }) {
  return (
    <div aria-hidden className="pointer-events-none">
      <div style={{ height: axisHeight }} />
      {ticks.map(({ at }) => {
        const left = fractionAt(view, at);
        return (
          <div key={at} className="absolute inset-y-0 border-l border-border" style={{ left: percent(left) }}>
            <span className="absolute top-0 left-1 text-[11px] leading-5 whitespace-nowrap text-muted-foreground tabular-nums">
              {left < 0.95 ? writeTick(at) : ''}
            </span>
          </div>
        );
      })}
    </div>
  );
}

const hatched =
  'repeating-linear-gradient(135deg, color-mix(in oklab, var(--warning) 55%, transparent) 0 2px, transparent 2px 6px)';

interface EpochLanesProps {
  placed: readonly Placed[];
  lanes: number;
  view: ViewWindow;
  overlaps: readonly Overlap[];
  gaps: readonly Gap[];
  drawn: Span | null;
  /** A bar for each epoch. */
  bar: (placed: Placed, top: number) => ReactNode;
}

/** The epochs, with time that two of them share hatched, and time that none covers dashed. */
export function EpochLanes({ placed, lanes, view, overlaps, gaps, drawn, bar }: EpochLanesProps) {
  const height = Math.max(lanes, 1) * (barHeight + barGap) + barGap;
  return (
    <div className="relative overflow-x-clip" style={{ height }}>
      {gaps.map(({ from, to }) => (
        <div
          key={from}
          aria-hidden
          className="pointer-events-none absolute inset-y-1 border border-dashed border-warning/70"
          style={placeIn(view, { start: from, end: to })}
        />
      ))}
      {placed.map((one) => bar(one, barGap + one.lane * (barHeight + barGap)))}
      {overlaps.map(({ from, to, first, second }) => (
        <div
          key={`${first.id}-${second.id}`}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 z-10"
          style={{ ...placeIn(view, { start: from, end: to }), backgroundImage: hatched }}
        />
      ))}
      {drawn ? (
        <div
          aria-hidden
          className="absolute inset-y-1 rounded-[3px] border border-accent bg-accent/15"
          style={placeIn(view, drawn)}
        />
      ) : null}
    </div>
  );
}
