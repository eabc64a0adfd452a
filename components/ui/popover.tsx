'use client';

import { useState } from 'react';
import { onDemand, opener } from './on-demand';
import type { PopoverWindowProps } from './popover-window';

const PopoverWindow = onDemand(async () => (await import('./popover-window')).PopoverWindow);

/** A panel below its button. */
export function Popover(props: Omit<PopoverWindowProps, 'open' | 'defaultOpen'>) {
  const [isWanted, setIsWanted] = useState(false);
  const button = opener(props.trigger, 'dialog', () => setIsWanted(true));
  return isWanted ? <PopoverWindow {...props} defaultOpen meanwhile={button} /> : button;
}
