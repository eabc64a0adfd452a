'use client';

import { useState } from 'react';
import { onDemand, opener } from './on-demand';
import type { SheetWindowProps } from './sheet-window';

const SheetWindow = onDemand(async () => (await import('./sheet-window')).SheetWindow);

/** A panel from the left edge; the navigation of small screens. */
export function Sheet(props: SheetWindowProps) {
  const [isWanted, setIsWanted] = useState(false);
  const button = opener(props.trigger, 'dialog', () => {
    setIsWanted(true);
    props.onOpenChange(true);
  });
  return isWanted ? <SheetWindow {...props} meanwhile={button} /> : button;
}
