'use client';

import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { onDemand } from './on-demand';

const ConfirmWindow = onDemand(async () => (await import('./confirm-window')).ConfirmWindow);

export interface ConfirmQuestion {
  title: string;
  /** What will happen, and what goes with it. */
  description?: ReactNode;
  /** The verb: "Delete session". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** A third way: it closes the question with no, and does something else. */
  alternative?: { readonly label: string; readonly onChoose: () => void };
  /** For what cannot be undone: the text that must be typed first. */
  typeToConfirm?: string;
}

const ConfirmContext = createContext<((question: ConfirmQuestion) => Promise<boolean>) | null>(null);

/** Asks before something serious: `if (await confirm({ … })) …`. */
export function useConfirm(): (question: ConfirmQuestion) => Promise<boolean> {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('useConfirm needs the ConfirmProvider of the root layout.');
  return confirm;
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<ConfirmQuestion | null>(null);
  const [open, setOpen] = useState(false);
  const answer = useRef<(yes: boolean) => void>(() => {});
  const confirm = useCallback((next: ConfirmQuestion) => {
    answer.current(false);
    setQuestion(next);
    setOpen(true);
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  }, []);

  function close(yes: boolean) {
    setOpen(false);
    answer.current(yes);
  }

  return (
    <ConfirmContext value={confirm}>
      {children}
      {question ? <ConfirmWindow open={open} question={question} onAnswer={close} /> : null}
    </ConfirmContext>
  );
}
