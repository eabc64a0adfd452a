'use client';

import * as Radix from 'radix-ui/tooltip';
import type { ReactNode } from 'react';

interface TooltipProps {
  /** Short; never the only place where something is said. */
  content: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** The one control it belongs to. */
  children: ReactNode;
}

/** Brings its own provider, so that it works anywhere. */
export function Tooltip({ content, side = 'top', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={350}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={5}
            collisionPadding={8}
            className="z-50 max-w-72 rounded-md bg-foreground px-2 py-1 text-sm text-background shadow-float data-[state=delayed-open]:animate-pop"
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
