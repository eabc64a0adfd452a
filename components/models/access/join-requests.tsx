'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { useConfirm } from '../../ui/confirm';
import { Time } from '../../ui/time';
import type { AnswerActions } from './access-actions';
import { useAccessChange } from './use-access-change';

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
        <li key={request.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b py-3">
          <div className="min-w-0 flex-[1_1_20rem]">
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
            {request.message ? (
              <blockquote className="mt-1 border-l-2 pl-3 break-words whitespace-pre-line text-muted-foreground">
                {request.message}
              </blockquote>
            ) : null}
            <p className="mt-1 text-sm text-muted-foreground">
              Asked <Time value={request.created_at} zone={zone} show="date" />, open until{' '}
              <Time value={request.expires_at} zone={zone} show="date" />.
            </p>
          </div>
          <div className="flex gap-2">
            <Button
              size="sm"
              disabled={isPending}
              aria-label={`Turn down the request of ${request.inviter}`}
              onClick={() => void refuse(request)}
            >
              Turn down
            </Button>
            <Button
              size="sm"
              variant="primary"
              pending={isPending && answered === request.id}
              aria-label={`Accept the request of ${request.inviter}`}
              onClick={() => take(request)}
            >
              Accept
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
