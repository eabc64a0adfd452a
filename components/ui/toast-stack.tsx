'use client';

import { CircleCheck, CircleX, X } from 'lucide-react';
import * as Radix from 'radix-ui/toast';
import { Button } from './button';
import { cn } from './cn';
import { IconButton } from './icon-button';
import { dismissToast, type ShownToast } from './toast';

/** The messages of now, one above the other. */
export function ToastStack({ toasts }: { toasts: readonly ShownToast[] }) {
  return (
    <Radix.Provider swipeDirection="right">
      {toasts.map((message) => (
        <ToastCard key={message.id} message={message} />
      ))}
      <Radix.Viewport className="fixed right-0 bottom-0 z-60 flex w-96 max-w-full flex-col gap-2 p-3 outline-none" />
    </Radix.Provider>
  );
}

function ToastCard({ message }: { message: ShownToast }) {
  const { id, title, description, tone = 'neutral', action, durationMilliseconds } = message;
  const usual = tone === 'danger' ? Infinity : action ? 12_000 : 5000;
  return (
    <Radix.Root
      type={tone === 'danger' ? 'foreground' : 'background'}
      duration={durationMilliseconds ?? usual}
      onOpenChange={(open) => !open && dismissToast(id)}
      className={cn(
        'flex items-start gap-2.5 rounded-lg border bg-surface py-2.5 pr-2 pl-3.5 shadow-float data-[state=open]:animate-slide-up',
        'data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x) data-[swipe=end]:opacity-0',
        tone === 'danger' && 'border-danger/50',
      )}
    >
      {tone === 'success' ? <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" /> : null}
      {tone === 'danger' ? <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" /> : null}
      <div className="min-w-0 flex-1 self-center">
        <Radix.Title className="font-medium break-words">{title}</Radix.Title>
        {description ? (
          <Radix.Description className="text-sm break-words text-muted-foreground">{description}</Radix.Description>
        ) : null}
      </div>
      {action ? (
        <Radix.Action asChild altText={action.label}>
          <Button size="sm" onClick={action.onClick}>
            {action.label}
          </Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton label="Dismiss" size="sm">
          <X aria-hidden />
        </IconButton>
      </Radix.Close>
    </Radix.Root>
  );
}
