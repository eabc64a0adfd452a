'use client';

import Link from 'next/link';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { Time } from '../../ui/time';
import type { AnswerActions } from './access-actions';
import { useAccessChange } from './use-access-change';

interface OwnRequestsProps {
  requests: readonly OpenInvitation[];
  zone: string;
  cancel: AnswerActions['cancel'];
}

/** One's own requests, which the managers of the groups have not answered yet. */
export function OwnRequests({ requests, zone, cancel }: OwnRequestsProps) {
  const [isPending, run] = useAccessChange();
  return (
    <ul aria-label="Your requests" className="max-w-4xl border-t">
      {requests.map(({ id, title, href, message, created_at }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b py-3">
          <div className="min-w-0 flex-[1_1_20rem]">
            <p>
              You ask to join{' '}
              {href ? (
                <Link href={href} className="record-link">
                  {title}
                </Link>
              ) : (
                title
              )}
              .{' '}
              <span className="text-sm text-muted-foreground">
                Since <Time value={created_at} zone={zone} show="date" />; its managers have not answered yet.
              </span>
            </p>
            {message ? (
              <blockquote className="mt-1 border-l-2 pl-3 break-words whitespace-pre-line text-muted-foreground">
                {message}
              </blockquote>
            ) : null}
          </div>
          <Button
            size="sm"
            disabled={isPending}
            aria-label={`Cancel the request to join ${title}`}
            onClick={() => run(() => cancel(id), { title: `You no longer ask to join ${title}` })}
          >
            Cancel request
          </Button>
        </li>
      ))}
    </ul>
  );
}
