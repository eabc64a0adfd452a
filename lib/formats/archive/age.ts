import { isAge } from '../session-toml/age';

/** Days of one unit; months and years as long as they are on average. */
const daysOf = { Y: 365.2425, M: 30.436875, W: 7, D: 1 } as const;
const hoursOf = { H: 1, M: 1 / 60, S: 1 / 3600 } as const;

/** A duration in days with the length of its smallest unit; null when it is none. */
function measure(text: string): { days: number; unit: number } | null {
  const match = /^P([^T]*)(?:T(.+))?$/.exec(text);
  if (!match) return null;
  let days = 0;
  let unit: number | null = null;
  const add = (part: string, length: (letter: string) => number | undefined) => {
    for (const [, amount, letter = ''] of part.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)) {
      const size = length(letter) ?? 0;
      days += Number(amount) * size;
      unit = size;
    }
  };
  const dateUnits: Readonly<Record<string, number>> = daysOf;
  const timeUnits: Readonly<Record<string, number>> = hoursOf;
  add(match[1] ?? '', (letter) => dateUnits[letter]);
  add(match[2] ?? '', (letter) => (timeUnits[letter] ?? 0) / 24);
  return unit === null ? null : { days, unit };
}

/**
 * Whether an age of so many whole days can be what an ISO 8601 duration, or a range of two, says: to the precision of
 * its smallest unit, and a day for the hour of birth that nobody notes. True for what is no duration.
 */
export function agreesWithAge(text: string, days: number): boolean {
  if (!isAge(text)) return true;
  const [from = '', to] = text.split('/', 2);
  const low = measure(from);
  const high = to === undefined ? low : to === '' ? null : measure(to);
  if (!low || (to && !high)) return true;
  const slack = Math.max(1, low.unit);
  const highest = high ? high.days + Math.max(1, high.unit) : Number.POSITIVE_INFINITY;
  return days >= low.days - slack && days <= highest;
}
