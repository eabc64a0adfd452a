'use client';

import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { DragHandle } from './drag-handle';
import { IconButton, type IconButtonProps } from './icon-button';

interface RowActionsProps {
  /** "epoch 2" */
  name: string;
  disabled: boolean;
  /** What makes a handle drag the row; null where rows have no order. */
  handle: Omit<IconButtonProps, 'label' | 'children'> | null;
  /** Null where rows have no order, or no more fit, or none may go. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  canUp: boolean;
  canDown: boolean;
  onDuplicate: (() => void) | null;
  onRemove: (() => void) | null;
}

export function RowActions({
  name,
  disabled,
  handle,
  onUp,
  onDown,
  canUp,
  canDown,
  onDuplicate,
  onRemove,
}: RowActionsProps) {
  return (
    <div className="flex justify-end gap-0 text-muted-foreground @2xl:pt-0.5">
      {handle ? <DragHandle label={`Move ${name}`} disabled={disabled} {...handle} /> : null}
      {onUp && onDown ? (
        <>
          <IconButton size="sm" label={`Move ${name} up`} disabled={disabled || !canUp} onClick={onUp}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton size="sm" label={`Move ${name} down`} disabled={disabled || !canDown} onClick={onDown}>
            <ArrowDown aria-hidden />
          </IconButton>
        </>
      ) : null}
      <IconButton
        size="sm"
        label={`Duplicate ${name}`}
        disabled={disabled || !onDuplicate}
        onClick={onDuplicate ?? undefined}
      >
        <Copy aria-hidden />
      </IconButton>
      <IconButton size="sm" label={`Remove ${name}`} disabled={disabled || !onRemove} onClick={onRemove ?? undefined}>
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}
