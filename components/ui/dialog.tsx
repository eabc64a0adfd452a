'use client';

import { useState } from 'react';
import type { DialogWindowProps } from './dialog-window';
import { onDemand, opener } from './on-demand';

const load = () => import('./dialog-window');
const DialogWindow = onDemand(async () => (await load()).DialogWindow);
/** Closes the dialog around it. Its child is the button. */
export const DialogClose = onDemand(async () => (await load()).DialogClose);

export interface DialogProps extends Omit<DialogWindowProps, 'defaultOpen'> {
  /** Whether it is open, where the page decides that; else its trigger does. */
  open?: boolean;
}

/** A window over the page. */
export function Dialog(props: DialogProps) {
  const { open, trigger, onOpenChange } = props;
  const [isWanted, setIsWanted] = useState(open === true);
  if (open && !isWanted) setIsWanted(true);
  const button = trigger
    ? opener(trigger, 'dialog', () => {
        setIsWanted(true);
        onOpenChange?.(true);
      })
    : null;
  if (!isWanted && !open) return button;
  return <DialogWindow {...props} {...(open === undefined ? { defaultOpen: true } : {})} meanwhile={button} />;
}
