import { ageBetween } from '@/lib/declare/age';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { SubjectLife } from '@/lib/declare/subject-life';
import { findType } from '@/lib/vocabularies/types';
import { entryTime } from '@/lib/vocabularies/entry-time';

/** One item of a life; with an end it is a stretch. Instants are milliseconds. */
export type LifeEvent = {
  readonly key: string;
  readonly lane: string;
  readonly title: string;
  readonly href: string | null;
  readonly at: number;
  readonly end: number | null;
  /** ISO instant, for the list. */
  readonly iso: string;
  /** ISO 8601 duration; null where birth is not known. */
  readonly age: string | null;
};

export type LifeLane = { readonly name: string; readonly events: readonly LifeEvent[] };

export type Life = {
  /** One lane each for procedures, sessions and every kind of log, those that have something. */
  readonly lanes: readonly LifeLane[];
  /** What the list tells one by one; a log is one item. The newest first. */
  readonly items: readonly LifeEvent[];
  /** How many things have no date and so no place. */
  readonly undated: number;
};

type Dates = { readonly birth: string | null; readonly death: string | null };

const procedureTitle = (type: string) => findType('procedure', type)?.label ?? type;
const logTitle = (type: string) => (findType('subjectlog', type)?.label ?? type).replace(/ log$/, '');
/** Noon, so that a day without a time is that day in every zone. */
const noon = (day: string) => `${day}T12:00:00.000Z`;

/** Everything dated in a life, in lanes and as a list. */
export function lifeOf(life: SubjectLife, { birth, death }: Dates, zone: string): Life {
  const eventOf = (
    lane: string,
    key: string,
    title: string,
    href: string | null,
    iso: string,
    end: number | null = null,
  ) => ({
    key,
    lane,
    title,
    href,
    iso,
    at: Date.parse(iso),
    end,
    age: ageBetween(birth, iso, zone),
  });
  const procedures = life.procedures.flatMap(({ id, type, date_time: at, region }) => {
    const title = region ? `${procedureTitle(type)}, ${region}` : procedureTitle(type);
    return at ? [eventOf('Procedures', id, title, `/procedures/${id}`, at)] : [];
  });
  const sessions = life.sessions.flatMap(({ id, name, date_time: at }) =>
    at ? [eventOf('Sessions', id, name, `/sessions/${id}`, at)] : [],
  );
  const logs = life.logs.map(({ id, type, entries }) =>
    entries.map((entry) =>
      eventOf(
        logTitle(type),
        `${id}:${entryTime(entry)}`,
        logTitle(type),
        `/subject-logs/${id}`,
        entryTime(entry),
        endOf(entry),
      ),
    ),
  );
  const born = birth ? [eventOf('Life', 'birth', 'Born', null, noon(birth))] : [];
  const died = death ? [eventOf('Life', 'death', 'Died', null, noon(death))] : [];
  const lanes = byLane([...procedures, ...sessions, ...logs.flat()]);
  const between = [...procedures, ...sessions, ...logs.flatMap(asOneItem)].toSorted((a, b) => b.at - a.at);
  return {
    lanes,
    // Birth and death are days without a time: nothing lies before the one and after the other.
    items: [...died, ...between, ...born],
    undated: life.procedures.length + life.sessions.length - procedures.length - sessions.length,
  };
}

/** The end of a stretch, which may go on still; null for what happened at one time. */
function endOf({ start_date_time: start, end_date_time: end }: LogEntry): number | null {
  if (start === undefined) return null;
  return end ? Date.parse(end) : Infinity;
}

function byLane(events: readonly LifeEvent[]): LifeLane[] {
  const lanes = new Map<string, LifeEvent[]>();
  for (const event of events) lanes.set(event.lane, [...(lanes.get(event.lane) ?? []), event]);
  return [...lanes].map(([name, list]) => ({ name, events: list }));
}

/** A log by its newest entry, with how many there are since when. */
function asOneItem(entries: readonly LifeEvent[]): LifeEvent[] {
  const newest = entries.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) return [];
  const count = `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return [{ ...newest, key: `log:${newest.key}`, title: `${newest.title}: ${count}, the newest` }];
}

/** The stretches of a life that can be looked at closely, in days before its end. */
export const lifeSpans = [
  { value: 'all', label: 'Whole life', days: null },
  { value: '180', label: 'Last 6 months', days: 180 },
  { value: '60', label: 'Last 60 days', days: 60 },
  { value: '14', label: 'Last 2 weeks', days: 14 },
] as const;
export type LifeSpan = (typeof lifeSpans)[number]['value'];

const day = 86_400_000;

/** From when to when the timeline goes: to death or today, from birth or the first event, or as far back as is asked for. */
export function windowOf(
  life: Life,
  { birth, death }: Dates,
  span: LifeSpan,
  now: number,
): { start: number; end: number } {
  const instants = life.lanes.flatMap(({ events }) => events.map(({ at }) => at));
  const end = Math.max(death ? Date.parse(noon(death)) : now, ...(death ? instants : []));
  const first = birth ? Date.parse(noon(birth)) : Math.min(end - 30 * day, ...instants);
  const days = lifeSpans.find(({ value }) => value === span)?.days ?? null;
  return { start: days === null ? Math.min(first, end - day) : Math.max(first, end - days * day), end };
}
