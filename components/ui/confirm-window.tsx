'use client';

import * as Radix from 'radix-ui/alert-dialog';
import { useState } from 'react';
import { Button } from './button';
import type { ConfirmQuestion } from './confirm';
import { Field } from './field';
import { Input } from './input';
import { overlayClass } from './styles';

interface ConfirmWindowProps {
  open: boolean;
  question: ConfirmQuestion;
  onAnswer: (yes: boolean) => void;
}

/** The question itself, over the page. */
export function ConfirmWindow({ open, question, onAnswer }: ConfirmWindowProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onAnswer(false)}>
      <ConfirmContent question={question} onAnswer={onAnswer} />
    </Radix.Root>
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
        {question.alternative ? (
          <Button
            onClick={() => {
              onAnswer(false);
              question.alternative?.onChoose();
            }}
          >
            {question.alternative.label}
          </Button>
        ) : null}
        <Button type="submit" variant={question.danger ? 'danger' : 'primary'} disabled={blocked}>
          {question.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
