'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { Level } from '@/lib/declare/levels';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { Dialog, DialogClose } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { RadioGroup } from '../../ui/radio-group';
import { Textarea } from '../../ui/textarea';
import { toast } from '../../ui/toast';
import type { AccessContext } from './access-actions';
import { EmailInput } from './email-input';
import { levelOptions } from './level-words';

const formId = 'invite';

/** Invites a person by e-mail address; what was typed stays until the invitation is out. */
export function InviteDialog({ context, title }: { context: AccessContext; title: string }) {
  const { model, settable, actions, isMailSent } = context;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [level, setLevel] = useState<Level>(settable.find((one) => one === 'contributor') ?? settable[0] ?? 'member');
  const [message, setMessage] = useState('');
  const [problem, setProblem] = useState<{ path: string; message: string } | null>(null);
  const [isPending, startTransition] = useTransition();
  const errorsAt = (path: string) => (problem?.path === path ? [problem.message] : []);

  function send() {
    startTransition(async () => {
      const answer = await actions
        .invite({ email, level, message })
        .catch(() => ({ ok: false as const, message: 'No answer came: check the connection.', problems: [] }));
      if (!answer.ok) {
        setProblem(answer.problems[0] ?? { path: '', message: answer.message });
        return;
      }
      setOpen(false);
      setEmail('');
      setMessage('');
      setProblem(null);
      toast({
        tone: 'success',
        title: `${answer.email} is invited`,
        description: answer.isKnown
          ? 'They find it under Invitations.'
          : isMailSent
            ? 'The mail leads them to an account first.'
            : 'No mail goes out from this server: let an administrator pass the link on.',
      });
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      keepOpen={message !== '' || email !== ''}
      title={`Invite to ${title}`}
      description={
        isMailSent
          ? 'They get a mail, and access once they accept.'
          : 'They get access once they accept. No mail goes out from this server: tell them yourself.'
      }
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Invite
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            Send invitation
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
        {errorsAt('')[0] ? (
          <Callout tone="danger" role="alert">
            {errorsAt('')[0]}
          </Callout>
        ) : null}
        <Field
          label="E-mail address"
          required
          help="Of someone who is here, or of anyone else. Type a name to find people."
          errors={errorsAt('email')}
        >
          <EmailInput
            value={email}
            onChange={(next) => {
              setEmail(next);
              setProblem(null);
            }}
            find={actions.findPeople}
          />
        </Field>
        <Field label="Level" group errors={errorsAt('level')}>
          <RadioGroup
            value={level}
            options={levelOptions(model, settable)}
            onChange={(next) => setLevel(settable.find((one) => one === next) ?? level)}
          />
        </Field>
        <Field
          label="Message"
          help={isMailSent ? 'Goes into the mail.' : 'They read it with the invitation.'}
          errors={errorsAt('message')}
        >
          <Textarea value={message} maxLength={1000} onChange={(event) => setMessage(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
