'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { toast } from '../ui/toast';

type Decision = 'accepted' | 'rejected';
export type DecideAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

interface DecideFormProps {
  title: string;
  decide: (decision: Decision, review: string) => Promise<DecideAnswer>;
}

/** A reviewer's answer. What was typed stays when it fails. */
export function DecideForm({ title, decide }: DecideFormProps) {
  const router = useRouter();
  const [review, setReview] = useState('');
  const [sent, setSent] = useState<Decision | null>(null);
  const [isPending, startTransition] = useTransition();

  function send(decision: Decision) {
    setSent(decision);
    startTransition(async () => {
      const answer = await decide(decision, review).catch(() => ({
        ok: false as const,
        message: 'No answer came: check the connection.',
      }));
      if (!answer.ok) {
        toast({ tone: 'danger', title: 'Not decided', description: answer.message });
        return;
      }
      toast({ tone: 'success', title: `${title} ${decision}` });
      router.refresh();
    });
  }

  return (
    <div className="mt-3 flex max-w-4xl flex-wrap items-end gap-2">
      <Field label="Comment" help="Its author reads it." className="flex-[1_1_18rem]">
        <Textarea
          rows={1}
          className="min-h-8!"
          value={review}
          maxLength={2000}
          onChange={(event) => setReview(event.target.value)}
        />
      </Field>
      <div className="flex gap-2 sm:mb-5">
        <Button
          disabled={isPending}
          pending={isPending && sent === 'rejected'}
          aria-label={`Reject ${title}`}
          onClick={() => send('rejected')}
        >
          Reject
        </Button>
        <Button
          variant="primary"
          disabled={isPending}
          pending={isPending && sent === 'accepted'}
          aria-label={`Accept ${title}`}
          onClick={() => send('accepted')}
        >
          Accept
        </Button>
      </div>
    </div>
  );
}
