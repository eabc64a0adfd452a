'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { OfferedSubject } from '@/lib/declare/log-round';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Time } from '../../ui/time';
import { roundHref } from './round-address';

interface RoundOfferProps {
  type: MeasuredType;
  subjects: readonly OfferedSubject[];
  zone: string;
}

/** The animals of the last round, ticked, and others that were looked after lately: one click begins the next. */
export default function RoundOffer({ type, subjects, zone }: RoundOfferProps) {
  const mine = subjects.filter(({ wasMine }) => wasMine);
  const [ticked, setTicked] = useState(() => new Set(mine.map(({ id }) => id)));
  // In the order of the list, however they were ticked.
  const ids = subjects.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const href = ids.length > 0 ? roundHref({ path: 'subjects', ids }) : null;
  const isAll = ids.length === subjects.length;

  function tick(id: string, isTicked: boolean) {
    setTicked((before) => new Set(isTicked ? [...before, id] : [...before].filter((other) => other !== id)));
  }

  return (
    <section aria-label="Animals of the round" className="flex max-w-3xl flex-col gap-4">
      <p className="text-sm text-muted-foreground">
        {mine.length > 0
          ? 'Those of your last round are ticked. Below them are others that were looked after in the last weeks.'
          : 'These were looked after in the last weeks. Tick those of today.'}
      </p>
      <Checkbox
        label="All of these"
        value={isAll}
        indeterminate={!isAll && ids.length > 0}
        onChange={(all) => setTicked(new Set(all ? subjects.map(({ id }) => id) : []))}
        className="max-md:min-h-11 max-md:items-center"
      />
      <ul aria-label="Animals" className="grid grid-cols-1 border-y py-2 sm:grid-cols-2">
        {[...mine, ...subjects.filter(({ wasMine }) => !wasMine)].map(({ id, name, last }) => (
          <li key={id}>
            <Checkbox
              label={name}
              value={ticked.has(id)}
              onChange={(isTicked) => tick(id, isTicked)}
              className="max-md:min-h-11 max-md:items-center"
              description={
                last ? (
                  <>
                    {last.text} <Time value={last.time} zone={zone} toMinute />
                  </>
                ) : null
              }
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3">
        {href ? (
          <Button asChild variant="primary">
            <Link href={`${href}&type=${type.code}`}>
              {`Begin with ${ids.length} ${ids.length === 1 ? 'animal' : 'animals'}`}
            </Link>
          </Button>
        ) : (
          <Button variant="primary" disabled>
            Begin
          </Button>
        )}
        <Button asChild variant="ghost">
          <Link href="/subjects">Choose others</Link>
        </Button>
      </div>
    </section>
  );
}
