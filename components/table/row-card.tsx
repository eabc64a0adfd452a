'use client';

import { Link2 } from 'lucide-react';
import Link from 'next/link';
import * as Radix from 'radix-ui/popover';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { copyText } from '../ui/copy-text';
import { Skeleton } from '../ui/skeleton';
import { floatClass } from '../ui/styles';
import { toast } from '../ui/toast';
import type { LoadCard, RecordCardAnswer } from './row-card-types';
import type { OpenCard } from './use-row-card';

interface RowCardProps {
  card: OpenCard;
  /** What the record is called, and where its page is. */
  name: string;
  href: string;
  load: LoadCard;
  onClose: () => void;
  onEnter: () => void;
  onLeave: () => void;
}

/** The main facts of a row's record, asked for when the card opens, with what one does most. */
export function RowCard({ card, name, href, load, onClose, onEnter, onLeave }: RowCardProps) {
  const anchor = useRef(card.anchor);
  const answer = useCard(card.id, load);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          aria-label={`Facts of ${name}`}
          align="start"
          alignOffset={48}
          sideOffset={2}
          collisionPadding={8}
          onPointerEnter={onEnter}
          onPointerLeave={onLeave}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            // A card that a resting mouse has opened must not take the focus from whoever types.
            if (card.isAsked && event.target instanceof HTMLElement) event.target.querySelector('a')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (card.isAsked) card.anchor.querySelector<HTMLElement>('[data-row-link]')?.focus();
          }}
          className={`${floatClass} w-80 p-3 outline-none`}
        >
          <p className="font-medium break-words">{answer?.ok ? answer.card.title : name}</p>
          <div className="mt-1.5 min-h-24 text-sm">
            {answer === null ? <Skeleton className="h-24" /> : <Facts answer={answer} />}
          </div>
          <div className="mt-2 flex flex-wrap gap-1.5 border-t pt-2">
            <Button asChild size="sm">
              <Link href={href}>Open</Link>
            </Button>
            {answer?.ok
              ? answer.card.links.map(({ label, href: address, isFile }) => (
                  <Button asChild size="sm" key={label}>
                    {isFile ? (
                      <a href={address} download>
                        {label}
                      </a>
                    ) : (
                      <Link href={address} prefetch={false}>
                        {label}
                      </Link>
                    )}
                  </Button>
                ))
              : null}
            <Button size="sm" onClick={() => void copyLink(href)}>
              <Link2 aria-hidden />
              Copy link
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Facts({ answer }: { answer: RecordCardAnswer }) {
  if (!answer.ok) return <p className="text-muted-foreground">{answer.message}</p>;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {answer.card.facts.map(({ label, text }) => (
        <div key={label} className="contents">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="line-clamp-3 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function useCard(id: string, load: LoadCard): RecordCardAnswer | null {
  const [answer, setAnswer] = useState<RecordCardAnswer | null>(null);
  useEffect(() => {
    let isOpen = true;
    const show = (next: RecordCardAnswer) => {
      if (isOpen) setAnswer(next);
    };
    load(id).then(show, () => show({ ok: false, message: 'The server did not answer.' }));
    return () => {
      isOpen = false;
    };
  }, [id, load]);
  return answer;
}

async function copyLink(href: string): Promise<void> {
  const address = new URL(href, window.location.href).href;
  await copyText(address).then(
    () => toast({ tone: 'success', title: 'Link copied' }),
    () => toast({ title: 'The link of this record', description: address, durationMilliseconds: 30_000 }),
  );
}
