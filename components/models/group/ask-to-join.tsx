'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { AccessAnswer } from '../access/access-actions';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { Dialog, DialogClose } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Textarea } from '../../ui/textarea';
import { toast } from '../../ui/toast';

const formId = 'ask-to-join';

/** Asks the managers of a group to become a member; what was typed stays until the request is out. */
export function AskToJoin({ title, ask }: { title: string; ask: (message: string) => Promise<AccessAnswer> }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const [problem, setProblem] = useState<{ path: string; message: string } | null>(null);
  const [isPending, startTransition] = useTransition();

  function send() {
    startTransition(async () => {
      const answer = await ask(message).catch(() => ({
        ok: false as const,
        message: 'No answer came: check the connection.',
        problems: [],
      }));
      if (!answer.ok) {
        setProblem(answer.problems[0] ?? { path: '', message: answer.message });
        return;
      }
      setOpen(false);
      setMessage('');
      setProblem(null);
      toast({ tone: 'success', title: `You ask to join ${title}`, description: 'Its managers are asked.' });
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      keepOpen={message !== ''}
      title={`Ask to join ${title}`}
      description="Its managers answer. You then see what is shared with the group."
      size="sm"
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Ask to join
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            Send request
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {problem?.path === '' ? (
          <Callout tone="danger" role="alert">
            {problem.message}
          </Callout>
        ) : null}
        <Field
          label="A word to the managers"
          help="Who you are and why, if they don’t know you."
          errors={problem?.path === 'message' ? [problem.message] : []}
        >
          <Textarea
            value={message}
            maxLength={1000}
            onChange={(event) => {
              setMessage(event.target.value);
              setProblem(null);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
