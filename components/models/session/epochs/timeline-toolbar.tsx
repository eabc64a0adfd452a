'use client';

import { ChevronLeft, ChevronRight, ClipboardPaste, Magnet, Pencil, Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { EpochEdits } from './use-epoch-edits';
import type { TimelineWindow } from './use-timeline-window';

interface TimelineToolbarProps {
  edits: EpochEdits;
  window: TimelineWindow;
  isSnapping: boolean;
  onSnapping: (is: boolean) => void;
  /** Whether a finger draws. */
  isDrawing: boolean;
  onDrawing: (is: boolean) => void;
  onPaste: () => void;
}

const pressed = 'aria-pressed:bg-accent/15 aria-pressed:text-accent';

/** What can be done to the timeline as a whole. Epochs are drawn on it, or added below it with all that belongs to them. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const { edits, window, isSnapping, onSnapping, isDrawing, onDrawing, onPaste } = props;
  return (
    <div role="group" aria-label="Timeline tools" className="mb-2 flex flex-wrap items-center gap-x-1 gap-y-1">
      <Button size="sm" onClick={onPaste}>
        <ClipboardPaste aria-hidden />
        Paste rows
      </Button>
      <span className="mx-1 h-5 border-l" />
      <IconButton size="sm" label="Undo" disabled={!edits.canUndo} onClick={edits.undo}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton size="sm" label="Redo" disabled={!edits.canRedo} onClick={edits.redo}>
        <Redo2 aria-hidden />
      </IconButton>
      <IconButton
        size="sm"
        label="Snap"
        aria-pressed={isSnapping}
        className={pressed}
        onClick={() => onSnapping(!isSnapping)}
      >
        <Magnet aria-hidden />
      </IconButton>
      <IconButton
        size="sm"
        label="Draw with a finger"
        aria-pressed={isDrawing}
        className={cn('not-pointer-coarse:hidden', pressed)}
        onClick={() => onDrawing(!isDrawing)}
      >
        <Pencil aria-hidden />
      </IconButton>
      <span className="ml-auto flex items-center gap-x-1">
        <IconButton size="sm" label="Earlier" disabled={window.view.from <= 0} onClick={() => window.turn(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton size="sm" label="Later" onClick={() => window.turn(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
        <IconButton size="sm" label="Zoom out" onClick={() => window.wider()}>
          <ZoomOut aria-hidden />
        </IconButton>
        <IconButton size="sm" label="Zoom in" onClick={() => window.closer()}>
          <ZoomIn aria-hidden />
        </IconButton>
        <Button size="sm" variant="ghost" disabled={window.isFitted} onClick={window.fit}>
          All
        </Button>
      </span>
    </div>
  );
}
