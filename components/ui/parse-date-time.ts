import { instantOf, isRealWallTime, wallTimeAt, writeDate, writeInstant, type WallTime } from './zoned-time';

/** What was understood, or what is wrong with the text. */
export type Parsed<T> = { value: T; problem: null } | { value: null; problem: string };

const understood = <T>(value: T): Parsed<T> => ({ value, problem: null });
const refused = (problem: string): Parsed<never> => ({ value: null, problem });

const datePattern = /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/;
const timePattern = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/;
const zonePattern = /\s*(Z|UTC|[+-]\d{2}:?\d{2})$/i;
const wordDays: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

interface Moment {
  /** Now, in milliseconds since 1970. */
  now: number;
  zone: string;
}

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;
type Clock = Pick<WallTime, 'hour' | 'minute' | 'second' | 'millisecond'>;

/** Reads a typed date: `2026-11-20`, `20261120`, `20.11.2026`, `today`, `yesterday`. Value: `YYYY-MM-DD`. */
export function parseDate(text: string, moment: Moment): Parsed<string> {
  const day = readDay(text.trim(), moment);
  if (day.value === null) return day;
  return understood(writeDate({ ...day.value, ...midnight }));
}

/**
 * Reads a typed date and time in the zone of `moment`, unless the text names its own offset. Also `now`, `today 14:30`, and a
 * time alone, which is today's. Value: an ISO instant in UTC.
 */
export function parseDateTime(text: string, moment: Moment): Parsed<string> {
  const typed = text.trim();
  if (/^now$/i.test(typed)) return understood(new Date(Math.floor(moment.now / 60_000) * 60_000).toISOString());
  const clockAlone = timePattern.test(typed);
  const offset = clockAlone ? null : typed.slice(8).match(zonePattern);
  const local = offset ? typed.slice(0, -offset[0].length) : typed;
  const [dayText = '', clockText, ...rest] = clockAlone ? ['today', typed] : local.split(/(?<=\d)T(?=\d)|\s+/i);
  if (rest.length > 0) return refused(writtenLike(moment));

  const day = readDay(dayText, moment);
  if (day.value === null) return day;
  if (clockText === undefined) return refused('Add the time, for instance 14:30.');
  const clock = readClock(clockText);
  if (clock.value === null) return clock;
  const wall = { ...day.value, ...clock.value };

  if (offset)
    return understood(new Date(Date.parse(isoUtc(wall)) - offsetMilliseconds(offset[1] ?? 'Z')).toISOString());
  const instant = instantOf(wall, moment.zone);
  if (instant === null) return refused(`Clocks in ${moment.zone} were put forward over this time: it does not exist.`);
  return understood(new Date(instant).toISOString());
}

const midnight: Clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };

function readDay(text: string, { now, zone }: Moment): Parsed<Day> {
  const shift = wordDays[text.toLowerCase()];
  if (shift !== undefined) {
    const today = wallTimeAt(now, zone);
    // Noon: a day more or less never crosses a date by a clock change.
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + shift, 12));
    return understood({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }
  const match = datePattern.exec(text);
  if (!match) {
    return refused(
      /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)
        ? 'Day and month could be either way round here: write the date as 2026-11-20.'
        : 'Write the date as year-month-day, for instance 2026-11-20.',
    );
  }
  const [year, month, day] = [
    match[1] ?? match[5] ?? match[10],
    match[3] ?? match[6] ?? match[9],
    match[4] ?? match[7] ?? match[8],
  ].map(Number);
  const read = { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
  return isRealWallTime({ ...read, ...midnight }) ? understood(read) : refused(`There is no ${text} in the calendar.`);
}

function readClock(text: string): Parsed<Clock> {
  const match = timePattern.exec(text);
  if (!match) return refused('Write the time as hours:minutes, for instance 14:30 or 14:30:15.250.');
  const clock = {
    hour: Number(match[1]),
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    millisecond: Number((match[4] ?? '').padEnd(3, '0').slice(0, 3)),
  };
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return refused(`There is no ${text} on the clock.`);
  return understood(clock);
}

function offsetMilliseconds(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}

function isoUtc(wall: WallTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${writeDate(wall)}T${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}.${String(wall.millisecond).padStart(3, '0')}Z`;
}

function writtenLike({ now, zone }: Moment): string {
  return `Write date and time, for instance ${writeInstant(Math.floor(now / 60_000) * 60_000, zone)}.`;
}
