'use client';

import { X } from 'lucide-react';
import * as Radix from 'radix-ui/dialog';
import { useState, type ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { overlayClass } from './styles';

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl', xl: 'sm:max-w-5xl' } as const;

export interface DialogWindowProps {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  /** While there is unsaved text: Escape and a click outside do not close it, and say why. */
  keepOpen?: boolean;
  children?: ReactNode;
}

/** The window itself. */
export function DialogWindow({
  trigger,
  title,
  description,
  footer,
  size = 'md',
  keepOpen = false,
  children,
  ...state
}: DialogWindowProps) {
  const [wasKept, setWasKept] = useState(false);
  const guard = keepOpen
    ? (event: Event) => {
        event.preventDefault();
        setWasKept(true);
      }
    : undefined;
  return (
    <Radix.Root {...state}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onEscapeKeyDown={guard}
          onInteractOutside={guard}
          className={cn(
            'fixed z-40 flex max-h-[92dvh] w-full flex-col bg-surface shadow-float outline-none data-[state=open]:animate-pop',
            'inset-x-0 bottom-0 rounded-t-xl border-t',
            'sm:inset-x-0 sm:top-[8vh] sm:bottom-auto sm:mx-auto sm:max-h-[84vh] sm:rounded-xl sm:border',
            widths[size],
          )}
        >
          <header className="flex items-start gap-4 border-b px-5 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-sm text-muted-foreground">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" size="sm" className="-mr-1.5">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">
              <span role="status" className="me-auto text-sm text-muted-foreground">
                {keepOpen && wasKept ? 'What you entered is not saved yet.' : ''}
              </span>
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog around it. Its child is the button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
