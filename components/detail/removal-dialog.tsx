import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/skeleton';

interface RemovalDialogProps {
  title: string;
  /** "Delete session" */
  verb: string;
  /** It is known what goes along. */
  isPlanned: boolean;
  /** Something stands in its way, so that there is nothing to do but close. */
  isBlocked: boolean;
  pending: boolean;
  failure: string | null;
  onRemove: () => void;
  onClose: () => void;
  /** What goes along, and what stands in its way. */
  children: ReactNode;
}

/** The window that asks before something is deleted. */
export function RemovalDialog(props: RemovalDialogProps) {
  const { title, verb, isPlanned, isBlocked, pending, failure, onRemove, onClose, children } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{isBlocked ? 'Close' : 'Cancel'}</Button>
          {isBlocked ? null : (
            <Button variant="danger" disabled={!isPlanned} pending={pending} onClick={onRemove}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {failure ? (
          <Callout tone="danger" role="alert">
            {failure}
          </Callout>
        ) : null}
        {!isPlanned && failure === null ? <Skeleton className="h-16" /> : null}
        {children}
      </div>
    </Dialog>
  );
}
