'use client';

import * as Radix from 'radix-ui/popover';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { floatClass } from './styles';

export interface PopoverWindowProps {
  trigger: ReactNode;
  /** Names the panel. */
  label: string;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** Takes the focus when it closes, instead of the trigger. */
  onCloseFocus?: () => void;
  className?: string;
  children: ReactNode;
}

/** The panel of a popover, with its button. */
export function PopoverWindow({
  trigger,
  label,
  align = 'start',
  onCloseFocus,
  className,
  children,
  ...state
}: PopoverWindowProps) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onCloseFocus) return;
            event.preventDefault();
            onCloseFocus();
          }}
          onWheel={(event) => event.stopPropagation()}
          className={cn(
            floatClass,
            'max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-1rem)] overflow-y-auto p-3 outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
