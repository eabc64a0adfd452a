'use client';

import * as Radix from 'radix-ui/alert-dialog';
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { Button } from './button';
import { overlayClass } from './dialog';
import { Field } from './field';
import { Input } from './input';

export interface ConfirmQuestion {
  title: string;
  /** What will happen, and what goes with it. */
  description?: ReactNode;
  /** The verb: "Delete session". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
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
      <Radix.Root open={open} onOpenChange={(next) => !next && close(false)}>
        {question ? <ConfirmContent question={question} onAnswer={close} /> : null}
      </Radix.Root>
    </ConfirmContext>
  );
}

function ConfirmContent({ question, onAnswer }: { question: ConfirmQuestion; onAnswer: (yes: boolean) => void }) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={overlayClass} />
      <Radix.Content
        {...(question.description ? {} : { 'aria-describedby': undefined })}
        className="fixed inset-x-3 top-[12vh] z-40 mx-auto flex max-h-[80vh] max-w-md flex-col overflow-y-auto rounded-xl border bg-surface p-5 shadow-float outline-none data-[state=open]:animate-pop"
      >
        <ConfirmForm question={question} onAnswer={onAnswer} />
      </Radix.Content>
    </Radix.Portal>
  );
}

function ConfirmForm({ question, onAnswer }: { question: ConfirmQuestion; onAnswer: (yes: boolean) => void }) {
  const [typed, setTyped] = useState('');
  const blocked = question.typeToConfirm !== undefined && typed.trim() !== question.typeToConfirm;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!blocked) onAnswer(true);
      }}
    >
      <Radix.Title className="text-lg font-semibold">{question.title}</Radix.Title>
      {question.description ? (
        <Radix.Description asChild>
          <div className="mt-1.5 text-muted-foreground">{question.description}</div>
        </Radix.Description>
      ) : null}
      {question.typeToConfirm === undefined ? null : (
        <Field label={`Type “${question.typeToConfirm}” to go on`} className="mt-4">
          <Input value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Radix.Cancel asChild>
          <Button>{question.cancelLabel ?? 'Cancel'}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={question.danger ? 'danger' : 'primary'} disabled={blocked}>
          {question.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
