import { cn } from '@/components/ui/cn';
import type { Placed } from '../timeline-layout';
import type { ViewWindow } from './view-window';
import { fractionAt } from './view-window';

interface EpochBarProps {
  placed: Placed;
  view: ViewWindow;
  top: number;
  height: number;
  /** All about it in words. */
  label: string;
  isCurrent: boolean;
  isUnsaved: boolean;
  /** The one that Tab reaches. */
  isStop: boolean;
  onFocus: () => void;
}

export const percent = (fraction: number) => `${(fraction * 100).toFixed(4)}%`;

/** Where a span lies in what is in sight. */
export const placeIn = (view: ViewWindow, { start, end }: { start: number; end: number }) => ({
  left: percent(fractionAt(view, start)),
  width: percent((end - start) / (view.to - view.from)),
});

/** An epoch on the timeline: taken hold of in the middle to move it, at its ends to resize it. */
export function EpochBar({ placed, view, top, height, label, isCurrent, isUnsaved, isStop, onFocus }: EpochBarProps) {
  const hidden = Math.max(0, -fractionAt(view, placed.start));
  return (
    <button
      type="button"
      data-epoch={placed.id}
      id={`epoch-bar-${placed.id}`}
      aria-label={label}
      aria-current={isCurrent || undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      style={{ ...placeIn(view, placed), top, height }}
      className={cn(
        'group absolute min-w-1.5 cursor-grab touch-pan-y overflow-visible rounded-[3px] border-l-2 border-accent text-left text-xs',
        'active:cursor-grabbing focus-visible:z-20 focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-ring',
        isCurrent ? 'z-10 bg-accent text-accent-foreground' : 'bg-accent/20 text-foreground hover:bg-accent/30',
        isUnsaved && 'outline-1 outline-accent outline-dashed',
      )}
    >
      <span
        className="block truncate px-1.5"
        // Of a bar that begins out of sight the name stays in sight.
        style={{ lineHeight: `${height}px`, marginLeft: hidden > 0 ? `calc(${hidden} * var(--timeline-width))` : 0 }}
      >
        {placed.name}
      </span>
      {(['start', 'end'] as const).map((edge) => (
        <span
          key={edge}
          aria-hidden
          data-edge={edge}
          className={cn(
            'absolute inset-y-0 w-2 max-w-[30%] cursor-ew-resize pointer-coarse:w-6 pointer-coarse:max-w-none',
            edge === 'start' ? 'left-0 pointer-coarse:-left-3' : 'right-0 pointer-coarse:-right-3',
            // A finger takes the ends only of the epoch that it has picked, so that short ones can be moved too.
            !isCurrent && 'pointer-coarse:hidden',
          )}
        />
      ))}
    </button>
  );
}
