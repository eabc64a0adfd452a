import { parseInstant } from '@/lib/declare/time';

const dayMs = 86_400_000;

/** Days of a laboratory: calendar dates as `YYYY-MM-DD`, turned into instants in its zone. */
export function calendar(today: Date, zone: string) {
  const localToday = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(today);
  const dateOf = (daysAgo: number): string =>
    new Date(Date.parse(`${localToday}T00:00:00Z`) - daysAgo * dayMs).toISOString().slice(0, 10);
  return {
    /** The date so many days before today. */
    daysAgo: dateOf,
    /** Monday to Friday of the last days, the oldest first, today included. */
    workingDays: (days: number): string[] =>
      Array.from({ length: days }, (_, index) => dateOf(days - 1 - index)).filter(
        (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
      ),
    /** Clock time on a date, as an instant in UTC. */
    at(date: string, hour: number, minute: number): string {
      const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const instant = parseInstant(`${date}T${clock}`, zone);
      if (instant === null) throw new RangeError(`No such time: ${date} ${clock} in ${zone}`);
      return instant;
    },
    /** Age on a date as an ISO 8601 duration in days. */
    age: (birthDate: string, date: string): string => `P${(Date.parse(date) - Date.parse(birthDate)) / dayMs}D`,
  };
}

export type Calendar = ReturnType<typeof calendar>;
