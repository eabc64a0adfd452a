import { ageInWords } from '@/lib/declare/age';
import { isAge, suggestAge } from '../session-toml/age';
import { agreesWithAge } from './age';
import type { ArchiveSubject, Finding, RecordedSubject } from './facts';
import { replacedInId } from './names';
import { archiveSpecies } from './species';

const sexes = ['M', 'F', 'O', 'U'];

/** `146 days (P146D)`: for who reads it, and for who looks for it in the file. */
const inBoth = (age: string): string => `${ageInWords(age)} (${age})`;

/** Everything about a subject that NWB or DANDI would refuse, misread or change. */
export function checkSubject(subject: ArchiveSubject): Finding[] {
  return [...checkId(subject), ...checkSpecies(subject), ...checkSex(subject)];
}

function checkId({ id, name }: ArchiveSubject): Finding[] {
  const key = 'Subject.subject_id';
  const place = { model: 'subject', id, field: 'name' } as const;
  if (name.trim() === '') return [{ key, severity: 'error', message: 'Give the subject a name.', place }];
  const { characters, becomes } = replacedInId(name);
  if (characters.length === 0) return [];
  const shown = characters.map((one) => (/\s/.test(one) ? 'a space' : `“${one}”`)).join(', ');
  const message = `DANDI replaces ${shown} in the name ${name}: its files are called sub-${becomes}.`;
  // A slash would begin another folder.
  return [{ key, severity: name.includes('/') ? 'error' : 'warning', message, place }];
}

function checkSpecies({ id, name, species }: ArchiveSubject): Finding[] {
  const key = 'Subject.species';
  if (species === null) {
    const place = { model: 'subject', id, field: 'strain' } as const;
    return [{ key, severity: 'error', message: `Set the strain of ${name}; the species follows from it.`, place }];
  }
  const { problem } = archiveSpecies(species);
  const place = { model: 'species', id: species.id, field: 'external_identifiers' } as const;
  return problem === null ? [] : [{ key, severity: 'error', message: problem, place }];
}

function checkSex({ id, name, sex, species }: ArchiveSubject): Finding[] {
  const key = 'Subject.sex';
  const place = { model: 'subject', id, field: 'sex' } as const;
  if (!sex) return [{ key, severity: 'error', message: `Set the sex of ${name}: M, F, O or U.`, place }];
  if (!sexes.includes(sex)) {
    return [{ key, severity: 'error', message: `The sex of ${name} is ${sex}; archives know M, F, O and U.`, place }];
  }
  if (species?.name !== 'Caenorhabditis elegans') return [];
  const message = 'The NWB inspector wants XO or XX for Caenorhabditis elegans, which DANDI does not read.';
  return [{ key, severity: 'warning', message, place: null }];
}

/** The age of a subject at a recording, which its birth gives as `ageAtRecording` in whole days where both are known. */
export function checkAge(
  subject: RecordedSubject,
  sessionId: string,
  { start, daysOld }: { start: string | null; daysOld: number | null },
): Finding[] {
  const key = 'Subject.age';
  const { id, name, birth_date, age } = subject;
  const born = { model: 'subject', id, field: 'birth_date' } as const;
  const stated = { model: 'session', id: sessionId, field: 'subjects' } as const;
  const found: Finding[] = [];
  if (!birth_date && !age?.trim()) {
    const message = `Enter the date of birth of ${name}, or its age at recording.`;
    return [{ key, severity: 'error', message, place: born }];
  }
  if (birth_date && start !== null && daysOld === null) {
    const message = `${name} was born on ${birth_date}, after the session.`;
    found.push({ key: 'Subject.date_of_birth', severity: 'error', message, place: born });
  }
  if (!age?.trim()) return found;
  if (!isAge(age.trim())) {
    const hint = suggestAge(age);
    const message = `The age “${age}” of ${name} is no ISO 8601 duration${hint === null ? ' such as P90D' : `: write ${hint}`}.`;
    return [...found, { key, severity: 'error', message, place: stated }];
  }
  if (daysOld !== null && !agreesWithAge(age.trim(), daysOld)) {
    const message = `The age of ${name}, ${inBoth(age.trim())}, does not agree with its date of birth, which gives ${inBoth(`P${daysOld}D`)}.`;
    found.push({ key, severity: 'error', message, place: stated });
  }
  return found;
}
