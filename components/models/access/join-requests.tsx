'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { useConfirm } from '../../ui/confirm';
import { Time } from '../../ui/time';
import type { AnswerActions } from './access-actions';
import { useAccessChange } from './use-access-change';
import { WaitingItem } from './waiting-item';

interface JoinRequestsProps {
  requests: readonly OpenInvitation[];
  zone: string;
  actions: AnswerActions;
  /** Names the group of each: where those of several groups stand together. */
  withGroup?: boolean;
}

/** People who ask to join a group, for its managers to answer. */
export function JoinRequests({ requests, zone, actions, withGroup = false }: JoinRequestsProps) {
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  const [answered, setAnswered] = useState<string | null>(null);

  function take({ id, inviter, title }: OpenInvitation) {
    setAnswered(id);
    run(() => actions.accept(id), { title: `${inviter} is in ${title}` });
  }

  async function refuse({ id, inviter, title }: OpenInvitation) {
    const yes = await confirm({
      title: `Turn down ${inviter}?`,
      description: `They can ask again, and you can invite them to ${title}.`,
      confirmLabel: 'Turn down',
      danger: true,
    });
    if (!yes) return;
    setAnswered(id);
    run(() => actions.reject(id), { title: 'Turned down' });
  }

  return (
    <ul aria-label="Requests to join" className="max-w-4xl border-t">
      {requests.map((request) => (
        <WaitingItem
          key={request.id}
          message={request.message}
          note={
            <>
              Asked <Time value={request.created_at} zone={zone} show="date" />, open until{' '}
              <Time value={request.expires_at} zone={zone} show="date" />.
            </>
          }
          subject={`the request of ${request.inviter}`}
          size="sm"
          disabled={isPending}
          pending={isPending && answered === request.id}
          onAccept={() => take(request)}
          onRefuse={() => void refuse(request)}
        >
          <p>
            <span className="font-medium">{request.inviter}</span>{' '}
            <span className="text-muted-foreground">({request.inviter_email})</span>
            {withGroup ? (
              <>
                {' '}
                asks to join{' '}
                {request.href ? (
                  <Link href={request.href} className="record-link">
                    {request.title}
                  </Link>
                ) : (
                  request.title
                )}
              </>
            ) : null}
          </p>
        </WaitingItem>
      ))}
    </ul>
  );
}
