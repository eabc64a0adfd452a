import { ageBetween } from '@/lib/declare/age';
import { wordsWanted } from '../session-toml/description';
import { checkAge, checkSubject } from './check-subject';
import type { ArchiveSession, Finding } from './facts';
import { isLastFirst, peopleIn, replacedInId, suggestLastFirst } from './names';

/** Before this no laboratory recorded for such a file: a clock that was never set begins here. */
const oldest = Date.UTC(1980, 0, 1);

/** Whole days of age at the session's onset in the laboratory's calendar; null where a date is missing or birth is later. */
export function daysOldAt(birthDate: string | null, start: string | null, zone: string): number | null {
  const age = ageBetween(birthDate, start, zone);
  return age === null ? null : Number(/\d+/.exec(age)?.[0]);
}

/**
 * Everything that keeps a session from being ready for NWB and DANDI, errors first. `now` is in milliseconds since 1970,
 * `zone` the laboratory's IANA zone. Rules: NWB inspector and DANDI, November 2026.
 */
export function checkSession(session: ArchiveSession, now: number, zone: string): Finding[] {
  const { id, date_time: start, subjects } = session;
  const found = [
    ...checkId(session),
    ...checkStart(session, now),
    ...checkDescription(session),
    ...checkExperimenter(session),
    ...checkSubjectCount(session),
    ...subjects.flatMap((subject) => [
      ...checkSubject(subject),
      ...checkAge(subject, id, { start, daysOld: daysOldAt(subject.birth_date, start, zone) }),
    ]),
    ...checkOrigin(session),
  ];
  return found.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

const placeOf = (id: string, field: string) => ({ model: 'session', id, field }) as const;

function checkId({ id, name }: ArchiveSession): Finding[] {
  const { characters } = replacedInId(name);
  if (!characters.includes('/')) return [];
  const message = `The name ${name} holds “/”, which archives take for a folder.`;
  return [{ key: 'NWBFile.session_id', severity: 'error', message, place: placeOf(id, 'name') }];
}

function checkStart({ id, date_time }: ArchiveSession, now: number): Finding[] {
  const key = 'NWBFile.session_start_time';
  const place = placeOf(id, 'date_time');
  if (date_time === null) {
    return [{ key, severity: 'error', message: 'Set the date and time of the session.', place }];
  }
  const start = Date.parse(date_time);
  if (start > now) return [{ key, severity: 'error', message: 'The session starts in the future.', place }];
  if (start > oldest) return [];
  return [{ key, severity: 'warning', message: 'The session starts before 1980: check its date.', place }];
}

function checkDescription({ id, description }: ArchiveSession): Finding[] {
  const message = wordsWanted(description);
  if (message === null) return [];
  const place = placeOf(id, 'description');
  return [{ key: 'NWBFile.session_description', severity: 'error', message, place }];
}

function checkExperimenter({ id, experimenter, experimenter_user: account }: ArchiveSession): Finding[] {
  const key = 'NWBFile.experimenter';
  const place = placeOf(id, 'experimenter');
  const people = peopleIn(experimenter ?? '');
  if (people.length === 0) return [{ key, severity: 'warning', message: 'Say who ran the session.', place }];
  // Whom the portal knows by first and last name it writes as archives want it.
  if (account?.first_name && account.last_name) return [];
  return people
    .filter((name) => !isLastFirst(name))
    .map((name) => {
      const hint = suggestLastFirst(name);
      const wanted = hint === null ? 'as “Last, First”' : `as “${hint}”`;
      return { key, severity: 'warning', message: `Archives want the experimenter ${name} ${wanted}.`, place };
    });
}

function checkSubjectCount({ id, subjects }: ArchiveSession): Finding[] {
  const key = 'Subject';
  const place = placeOf(id, 'subjects');
  if (subjects.length === 0) return [{ key, severity: 'error', message: 'Add the subject of the session.', place }];
  if (subjects.length === 1) return [];
  const message = `An NWB file holds one subject; this session has ${subjects.length}, so it makes a file for each.`;
  return [{ key, severity: 'warning', message, place }];
}

function checkOrigin({ id, laboratory, tags }: ArchiveSession): Finding[] {
  const found: Finding[] = [];
  if (laboratory === null) {
    const message = 'No group of the project has a laboratory, so the institution stays empty.';
    found.push({ key: 'NWBFile.institution', severity: 'warning', message, place: null });
  }
  if (tags.length === 0) {
    const message = 'Tag the session or its project: the tags are the keywords of the file.';
    found.push({ key: 'NWBFile.keywords', severity: 'warning', message, place: placeOf(id, 'tags') });
  }
  return found;
}
