import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { idsOf, textOf } from '@/components/fields/read-value';
import { tellDeath } from '@/lib/declare/death';
import { wallTimeAt, writeDate } from '@/components/ui/zoned-time';

type Values = Readonly<Record<string, unknown>>;

/** A dead subject; its day of death is empty where nobody gave it. */
export type Death = { readonly id: string; readonly name: string; readonly died: string };
export type FindDeaths = (ids: readonly string[]) => Promise<readonly Death[]>;

/** Who of the chosen subjects had died before the session, as a line below them. Answers what a form's `follow` calls, too. */
export function useDeaths(findDeaths: FindDeaths, zone: string): { note: ReactNode; follow: (values: Values) => void } {
  const [deaths, setDeaths] = useState<readonly Death[]>([]);
  const [day, setDay] = useState('');
  const lookUp = useMemo(() => deathSearch(findDeaths, setDeaths), [findDeaths]);
  const follow = useCallback(
    ({ subjects, date_time: time }: Values) => {
      const instant = Date.parse(textOf(time));
      setDay(Number.isNaN(instant) ? '' : writeDate(wallTimeAt(instant, zone)));
      lookUp(idsOf(subjects));
    },
    [lookUp, zone],
  );
  const told = tellDeaths(deaths, day);
  const note = (
    <p role="status" className="text-sm text-warning not-empty:mt-1">
      {told}
    </p>
  );
  return { note, follow };
}

/**
 * Looks up each new choice once and puts the dead of it; until they are known, none. Without an answer nothing is said, since the
 * session can be saved in any case, and the same choice asks again.
 */
export function deathSearch(
  findDeaths: FindDeaths,
  put: (deaths: readonly Death[]) => void,
): (ids: readonly string[]) => void {
  let asked = '';
  return (ids) => {
    const key = ids.join();
    if (key === asked) return;
    asked = key;
    put([]);
    if (ids.length === 0) return;
    findDeaths(ids).then(
      (found) => {
        if (asked === key) put(found);
      },
      () => {
        if (asked === key) asked = '';
      },
    );
  };
}

/** Names those that had died before a day (`2026-11-27`), in one line; null for none. */
export function tellDeaths(deaths: readonly Death[], day: string): string | null {
  const lines = deaths
    .filter(({ died }) => died === '' || day === '' || day > died)
    .map(({ name, died }) => tellDeath(name, died));
  return lines.length > 0 ? lines.join(' ') : null;
}
