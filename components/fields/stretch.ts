import { toMinute } from '../table/to-minute';
import { instantOf, wallTimeAt, writeDate, writeInstant, type WallTime } from '../ui/zoned-time';
import { describeRange, parseRange, rangeConditions } from './filter-text';
import type { Clock, Condition } from './field-parts';

/** Stretches of time that filters offer, on the laboratory's calendar. `30d` and the like are understood for any number. */
export const stretches = [
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
  { value: '90d', label: 'Last 90 days' },
  { value: 'week', label: 'This week' },
  { value: 'month', label: 'This month' },
  { value: 'year', label: 'This year' },
] as const;

/** The first and the last day of a stretch, both included; the last is null where it has not come yet. */
type Days = { readonly first: WallTime; readonly last: WallTime | null };

const dayMilliseconds = 86_400_000;
const atNoon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const wallOfDay = (instant: number): WallTime => wallTimeAt(instant, 'UTC');

/** The day that many days before today there. */
function daysAgo(count: number, { now, zone }: Clock): WallTime {
  return wallOfDay(atNoon(writeDate(wallTimeAt(now, zone))) - count * dayMilliseconds);
}

function daysOf(stretch: string, clock: Clock): Days | null {
  const today = daysAgo(0, clock);
  const lastDays = /^([1-9]\d{0,3})d$/.exec(stretch);
  if (lastDays) return { first: daysAgo(Number(lastDays[1]) - 1, clock), last: null };
  switch (stretch) {
    case 'today':
      return { first: today, last: null };
    case 'yesterday':
      return { first: daysAgo(1, clock), last: daysAgo(1, clock) };
    case 'week':
      // Weeks begin on Monday (ISO 8601).
      return { first: daysAgo((new Date(atNoon(writeDate(today))).getUTCDay() + 6) % 7, clock), last: null };
    case 'month':
      return { first: { ...today, day: 1 }, last: null };
    case 'year':
      return { first: { ...today, day: 1, month: 1 }, last: null };
    default:
      return null;
  }
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** One instant: what was made in one go. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** The days that a filter names, by a stretch or by `2026-01-01..2026-01-31`; null for text that is neither. */
function parseDays(text: string, clock: Clock): { from: string | null; to: string | null } | null {
  const days = daysOf(text, clock);
  if (days) return { from: writeDate(days.first), to: days.last && writeDate(days.last) };
  const range = parseRange(text);
  const isDay = (day: string | null) => day === null || (dayPattern.test(day) && !Number.isNaN(atNoon(day)));
  return range && isDay(range.from) && isDay(range.to) ? range : null;
}

/** The instant at which a day begins there. Where clocks skip midnight, the next hour counts. */
function startOf(day: string, zone: string): string | null {
  const midnight = { ...wallOfDay(atNoon(day)), hour: 0, minute: 0, second: 0, millisecond: 0 };
  const instant = instantOf(midnight, zone) ?? instantOf({ ...midnight, hour: 1 }, zone);
  return instant === null ? null : new Date(instant).toISOString();
}

const dayAfter = (day: string): string => writeDate(wallOfDay(atNoon(day) + dayMilliseconds));

/** `f.date_time=month`, `f.date_time=2026-01-01..2026-01-31` or a single instant as conditions on instants. */
export function instantConditions(name: string, text: string, clock: Clock): Condition[] {
  if (isInstant(text)) return rangeConditions(name, { from: text, to: text });
  const days = parseDays(text, clock);
  if (!days) return [];
  const from = days.from && startOf(days.from, clock.zone);
  const until = days.to && startOf(dayAfter(days.to), clock.zone);
  return [
    ...(from ? [{ path: [name], operator: 'gte' as const, values: [from] }] : []),
    ...(until ? [{ path: [name], operator: 'lt' as const, values: [until] }] : []),
  ];
}

/** The same as conditions on calendar days. */
export function dayConditions(name: string, text: string, clock: Clock): Condition[] {
  const days = parseDays(text, clock);
  return days ? rangeConditions(name, days) : [];
}

export function describeStretch(text: string, zone?: string): string {
  if (isInstant(text) && zone) return writeInstant(Date.parse(toMinute(text)), zone);
  const known = stretches.find(({ value }) => value === text)?.label.toLowerCase();
  const lastDays = /^([1-9]\d{0,3})d$/.exec(text);
  return known ?? (lastDays ? `last ${lastDays[1]} days` : describeRange(text));
}
