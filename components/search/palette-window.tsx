'use client';

import * as Dialog from 'radix-ui/dialog';
import { overlayClass } from '@/components/ui/styles';
import { Palette, type PaletteProps } from './palette';

interface PaletteWindowProps extends Omit<PaletteProps, 'onDone'> {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The search over the page. */
export function PaletteWindow({ open, onOpenChange, ...props }: PaletteWindowProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClass} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-40 mx-auto max-w-xl overflow-hidden rounded-xl border bg-surface shadow-float outline-none data-[state=open]:animate-pop sm:top-[10vh]"
        >
          <Dialog.Title className="sr-only">Search or go to</Dialog.Title>
          <Palette {...props} onDone={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
