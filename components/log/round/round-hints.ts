import type { RoundSubject } from '@/lib/declare/log-round';
import { isWeight } from '@/lib/declare/measures';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { wallTimeAt, writeDate, writeTime } from '../../ui/zoned-time';

const dayOf = (time: string, zone: string): string => writeDate(wallTimeAt(Date.parse(time), zone));

/** Tells of an entry on the day of the round already; null where there is none. */
export function hintOfDay(
  { last }: Pick<RoundSubject, 'last'>,
  type: MeasuredType,
  time: string | null,
  zone: string,
  now: number = Date.now(),
): string | null {
  if (!last || time === null || dayOf(last.time, zone) !== dayOf(time, zone)) return null;
  const day = dayOf(time, zone) === dayOf(new Date(now).toISOString(), zone) ? 'today' : 'that day';
  const at = Math.floor(Date.parse(last.time) / 60_000) * 60_000;
  return `already ${isWeight(type) ? 'weighed' : 'noted'} ${day}, ${writeTime(wallTimeAt(at, zone))}`;
}

/** Whether the round is later than the death of an animal; where its day is not known, any round is. */
export const isAfterDeath = (died: string, time: string | null, zone: string): boolean =>
  time !== null && (died === '' || dayOf(time, zone) > died);
