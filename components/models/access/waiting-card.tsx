import Link from 'next/link';
import type { ReactNode } from 'react';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Time } from '../../ui/time';

interface WaitingCardProps {
  waiting: Readonly<Record<'invitations' | 'requests' | 'mine', readonly OpenInvitation[]>>;
  zone: string;
}

/** What waits for one's answer, and what one waits for, in a line each; nothing where nothing does. */
export function WaitingCard({ waiting: { invitations, requests, mine }, zone }: WaitingCardProps) {
  const forMe = [...invitations, ...requests];
  if (forMe.length + mine.length === 0) return null;
  return (
    <Card
      title={
        <>
          {forMe.length > 0 ? 'Waiting for your answer' : 'Waiting for others'}{' '}
          <span className="font-normal text-muted-foreground tabular-nums">{forMe.length || mine.length}</span>
        </>
      }
      action={
        <Button asChild size="sm">
          <Link href="/invitations">{forMe.length > 0 ? 'Answer' : 'Open'}</Link>
        </Button>
      }
    >
      <ul className="flex flex-col gap-1">
        {[...forMe, ...mine].map((open) => (
          <li key={open.id}>
            {lineOf(open)}, <Time value={open.created_at} zone={zone} show="date" className="text-muted-foreground" />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function lineOf({ kind, is_mine: isMine, inviter, group, title, model, level }: OpenInvitation): ReactNode {
  if (kind === 'request') return isMine ? `You ask to join ${title}` : `${inviter} asks to join ${title}`;
  return `${inviter} invites ${group ?? 'you'} to the ${model} ${title} as ${level}`;
}
