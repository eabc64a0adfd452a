'use client';

import { useState } from 'react';
import type { ReceivedInvitation } from '@/lib/declare/access-list';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useConfirm } from '../../ui/confirm';
import { Time } from '../../ui/time';
import type { AccessAnswer } from './access-actions';
import { meaningOf } from './level-words';
import { useAccessChange } from './use-access-change';

interface ReceivedInvitationsProps {
  invitations: readonly ReceivedInvitation[];
  zone: string;
  accept: (id: string) => Promise<AccessAnswer<{ href: string }>>;
  reject: (id: string) => Promise<AccessAnswer>;
}

/** Invitations that wait for one's own answer. */
export function ReceivedInvitations({ invitations, zone, accept, reject }: ReceivedInvitationsProps) {
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  const [answered, setAnswered] = useState<string | null>(null);

  function take({ id, title }: ReceivedInvitation) {
    setAnswered(id);
    run(() => accept(id), {
      title: `You are in ${title}`,
      goTo: ({ href }) => href,
    });
  }

  async function refuse({ id, title, inviter }: ReceivedInvitation) {
    const yes = await confirm({
      title: `Turn down ${title}?`,
      description: `${inviter} can invite you again.`,
      confirmLabel: 'Turn down',
      danger: true,
    });
    if (!yes) return;
    setAnswered(id);
    run(() => reject(id), { title: 'Turned down' });
  }

  return (
    <ul aria-label="Invitations" className="max-w-4xl border-t">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b py-4">
          <div className="min-w-0 flex-[1_1_20rem]">
            <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold">
              <span className="break-words">{invitation.title}</span>
              <Badge>{invitation.model}</Badge>
              <Badge tone="accent">{invitation.level}</Badge>
            </h2>
            <p className="mt-0.5">
              {invitation.inviter} <span className="text-muted-foreground">({invitation.inviter_email})</span> invites
              you.
            </p>
            {invitation.message ? (
              <blockquote className="mt-1.5 border-l-2 pl-3 break-words whitespace-pre-line text-muted-foreground">
                {invitation.message}
              </blockquote>
            ) : null}
            <p className="mt-1.5 text-sm text-muted-foreground">
              {meaningOf(invitation.model, invitation.level)}. Open until{' '}
              <Time value={invitation.expires_at} zone={zone} show="date" />.
            </p>
          </div>
          <div className="flex gap-2">
            <Button
              disabled={isPending}
              aria-label={`Turn down the invitation to ${invitation.title}`}
              onClick={() => void refuse(invitation)}
            >
              Turn down
            </Button>
            <Button
              variant="primary"
              pending={isPending && answered === invitation.id}
              aria-label={`Accept the invitation to ${invitation.title}`}
              onClick={() => take(invitation)}
            >
              Accept
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
