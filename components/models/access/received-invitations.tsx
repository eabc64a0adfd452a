'use client';

import { useState } from 'react';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { Badge } from '../../ui/badge';
import { useConfirm } from '../../ui/confirm';
import { Time } from '../../ui/time';
import type { AnswerActions } from './access-actions';
import { meaningOf } from './level-words';
import { useAccessChange } from './use-access-change';
import { WaitingItem } from './waiting-item';

interface ReceivedInvitationsProps {
  invitations: readonly OpenInvitation[];
  zone: string;
  actions: AnswerActions;
}

/** Invitations that wait for one's own answer: to oneself, and to groups that one manages. */
export function ReceivedInvitations({ invitations, zone, actions }: ReceivedInvitationsProps) {
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  const [answered, setAnswered] = useState<string | null>(null);

  function take({ id, title, group }: OpenInvitation) {
    setAnswered(id);
    run(() => actions.accept(id), {
      title: group ? `${group} is in ${title}` : `You are in ${title}`,
      goTo: ({ href }) => href,
    });
  }

  async function refuse({ id, title, inviter }: OpenInvitation) {
    const yes = await confirm({
      title: `Turn down ${title}?`,
      description: `${inviter} can invite again.`,
      confirmLabel: 'Turn down',
      danger: true,
    });
    if (!yes) return;
    setAnswered(id);
    run(() => actions.reject(id), { title: 'Turned down' });
  }

  return (
    <ul aria-label="Invitations" className="max-w-4xl border-t">
      {invitations.map((invitation) => (
        <WaitingItem
          key={invitation.id}
          message={invitation.message}
          note={
            <>
              {meaningOf(invitation.model, invitation.level)}
              {invitation.group ? ', for every member of the group' : ''}. Open until{' '}
              <Time value={invitation.expires_at} zone={zone} show="date" />.
            </>
          }
          subject={`the invitation to ${invitation.title}`}
          disabled={isPending}
          pending={isPending && answered === invitation.id}
          onAccept={() => take(invitation)}
          onRefuse={() => void refuse(invitation)}
        >
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            <span className="break-words">{invitation.title}</span>
            <Badge>{invitation.model}</Badge>
            <Badge tone="accent">{invitation.level}</Badge>
          </h3>
          <p className="mt-0.5">
            {invitation.inviter} <span className="text-muted-foreground">({invitation.inviter_email})</span> invites{' '}
            {invitation.group ? (
              <>
                <span className="font-medium">{invitation.group}</span>, which you manage.
              </>
            ) : (
              'you.'
            )}
          </p>
        </WaitingItem>
      ))}
    </ul>
  );
}
