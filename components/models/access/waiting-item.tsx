import type { ReactNode } from 'react';
import { Button } from '../../ui/button';

interface WaitingItemProps {
  /** What somebody asks for. */
  children: ReactNode;
  /** Their words. */
  message: string | null;
  /** When it was asked, and until when it is open. */
  note: ReactNode;
  /** What the two answers are to: “the invitation to M1”. */
  subject: string;
  size?: 'sm';
  /** No answer can be given now. */
  disabled: boolean;
  /** This is the one that is being answered. */
  pending: boolean;
  onAccept: () => void;
  onRefuse: () => void;
}

/** One line of what waits for somebody's answer, with its two buttons. */
export function WaitingItem(props: WaitingItemProps) {
  const { children, message, note, subject, size, disabled, pending, onAccept, onRefuse } = props;
  const sized = size ? { size } : {};
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-[1_1_20rem]">
        {children}
        {message ? (
          <blockquote className="mt-1 border-l-2 pl-3 break-words whitespace-pre-line text-muted-foreground">
            {message}
          </blockquote>
        ) : null}
        <p className="mt-1 text-sm text-muted-foreground">{note}</p>
      </div>
      <div className="flex gap-2">
        <Button {...sized} disabled={disabled} aria-label={`Turn down ${subject}`} onClick={onRefuse}>
          Turn down
        </Button>
        <Button {...sized} variant="primary" pending={pending} aria-label={`Accept ${subject}`} onClick={onAccept}>
          Accept
        </Button>
      </div>
    </li>
  );
}
