import { GripVertical } from 'lucide-react';
import { IconButton, type IconButtonProps } from './icon-button';

/** Takes hold of a row: dragged by pointer, moved by the arrows up and down. */
export function DragHandle({ label, ...props }: Omit<IconButtonProps, 'children'>) {
  return (
    <IconButton
      size="sm"
      label={label}
      title={`${label}: drag, or press the arrows up and down`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      className="cursor-grab touch-none active:cursor-grabbing"
      {...props}
    >
      <GripVertical aria-hidden />
    </IconButton>
  );
}
