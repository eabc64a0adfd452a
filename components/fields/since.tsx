import { Select } from '../ui/select';
import { instantOf, wallTimeAt, writeDate, type WallTime } from '../ui/zoned-time';
import type { Clock, Condition, FilterProps } from './field-parts';

/** Stretches of time that filters offer; each runs from its start to now. */
export const stretches = [
  { value: 'today', label: 'Today' },
  { value: '7d', label: 'Last 7 days' },
  { value: 'month', label: 'This month' },
  { value: 'year', label: 'This year' },
] as const;

const days = 86_400_000;
const firstDay: Readonly<Record<string, (clock: Clock) => WallTime>> = {
  today: ({ now, zone }) => wallTimeAt(now, zone),
  '7d': ({ now, zone }) => wallTimeAt(now - 6 * days, zone),
  month: ({ now, zone }) => ({ ...wallTimeAt(now, zone), day: 1 }),
  year: ({ now, zone }) => ({ ...wallTimeAt(now, zone), day: 1, month: 1 }),
};

const wallOf = (stretch: string, clock: Clock): WallTime | null =>
  Object.hasOwn(firstDay, stretch) ? (firstDay[stretch]?.(clock) ?? null) : null;

/** The day on which a stretch begins on the laboratory's calendar, `YYYY-MM-DD`; null for an unknown one. */
export function startDay(stretch: string, clock: Clock): string | null {
  const wall = wallOf(stretch, clock);
  return wall ? writeDate(wall) : null;
}

/** The instant at which that day begins there. Where clocks skip midnight, the next hour counts. */
function startInstant(stretch: string, clock: Clock): string | null {
  const wall = wallOf(stretch, clock);
  if (!wall) return null;
  const midnight = { ...wall, hour: 0, minute: 0, second: 0, millisecond: 0 };
  const instant = instantOf(midnight, clock.zone) ?? instantOf({ ...midnight, hour: 1 }, clock.zone);
  return instant === null ? null : new Date(instant).toISOString();
}

const since = (name: string, from: string | null): Condition | null =>
  from === null ? null : { path: [name], operator: 'gte', values: [from] };

/** `f.date_time=month` as a condition on instants. */
export const instantCondition = (name: string, text: string, clock: Clock): Condition | null =>
  since(name, startInstant(text, clock));

/** `f.birth_date=year` as a condition on calendar days. */
export const dayCondition = (name: string, text: string, clock: Clock): Condition | null =>
  since(name, startDay(text, clock));

export const describeStretch = (text: string): string =>
  stretches.find(({ value }) => value === text)?.label.toLowerCase() ?? text;

export const SinceFilter = ({ id, field, value, onChange }: FilterProps) => (
  <Select
    id={id}
    aria-label={field.label}
    value={value}
    onChange={onChange}
    clearable
    placeholder="Any time"
    options={stretches}
  />
);
