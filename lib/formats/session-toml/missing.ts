import type { PortalSession, SessionKey } from './portal';
import type { Problem } from './problems';
import { hasPicture, wordsWanted } from './description';

/** Something the format requires and the session lacks: where it belongs in the file, and where to fill it in. */
export type Missing = {
  path: string;
  field: string;
  tab: 'general' | 'recording_files';
  message: string;
  /** There is something, but not what the format takes. */
  isWrong?: true;
};

/** The portal's field for each key of `[session]`. */
const FIELDS: Readonly<Record<SessionKey, string>> = {
  id: 'name',
  subject_id: 'subjects',
  date: 'date_time',
  experimenter: 'experimenter',
  description: 'description',
  sex: 'subjects',
  age: 'subjects',
  genotype: 'subjects',
};

/** The field of the subject, not of its place in the session, that a missing value is entered in; null for others. */
export const subjectFieldOf = ({ path }: Missing): string | null =>
  path === 'session.sex' || path === 'session.genotype' ? path.slice('session.'.length) : null;

/** Everything that the format requires and the session does not have. An empty text counts unless a file had it so. */
export function missingOf(session: PortalSession): Missing[] {
  const { subjects, recording, as_written } = session;
  const [subject] = subjects;
  const lacks = (key: SessionKey, value: string | null | undefined) =>
    isBlank(value) && (as_written[key] === undefined || !isBlank(as_written[key]));
  const found: Missing[] = [];
  const general = (key: SessionKey, message: string, isWrong = false) =>
    found.push({
      path: `session.${key}`,
      field: FIELDS[key],
      tab: 'general',
      message,
      ...(isWrong ? { isWrong } : {}),
    });
  const files = (path: string, field: string, message: string) =>
    found.push({ path, field, tab: 'recording_files', message });

  if (isBlank(session.name)) general('id', 'Give the session a name.');
  if (session.date_time === null) general('date', 'Set the date and time of the session.');
  if (lacks('experimenter', session.experimenter)) general('experimenter', 'Say who ran the session.');
  const words = wordsWanted(session.description);
  if (words !== null && lacks('description', '')) general('description', words, hasPicture(session.description ?? ''));
  if (subject === undefined) general('subject_id', 'Add the subject of the session.');
  else if (subjects.length > 1) {
    general('subject_id', `The file holds one subject; this session has ${subjects.length}.`, true);
  } else {
    if (lacks('age', subject.age)) general('age', `Enter the age of ${subject.name} at recording, such as P90D.`);
    if (lacks('genotype', subject.genotype)) general('genotype', `Enter the genotype of ${subject.name}.`);
  }
  const [ttls, cameras] = [recording?.ttls ?? [], recording?.cameras ?? []];
  if (ttls.length === 0) files('TTLs', 'ttls', 'Add at least one TTL channel.');
  for (const [index, row] of ttls.entries()) {
    const gaps = gapsOf({ id: row.id, files: row.paths });
    if (gaps) files(`TTLs[${index}]`, 'ttls', `Enter the ${gaps} of TTL ${nameOf(row.id, index)}.`);
  }
  if (cameras.length === 0) files('cameras', 'cameras', 'Add at least one camera.');
  for (const [index, row] of cameras.entries()) {
    const gaps = gapsOf({ id: row.id, files: row.paths, TTL: row.ttl_id });
    if (gaps) files(`cameras[${index}]`, 'cameras', `Enter the ${gaps} of camera ${nameOf(row.id, index)}.`);
  }
  return found;
}

/** What of a row is still empty, in words: “id and files”. Empty where it is whole. */
const gapsOf = (row: Readonly<Record<string, string>>): string =>
  new Intl.ListFormat('en-GB').format(Object.keys(row).filter((key) => isBlank(row[key])));

/** A row by its id, else by its place from 1. */
const nameOf = (id: string, index: number): string => (isBlank(id) ? String(index + 1) : id);

/** An error of the would-be file as something to put right in the portal. */
export function missingFrom({ path, message, hint }: Problem): Missing {
  const [section = '', rest = ''] = path.split(/[.[]/, 2);
  const text = hint === null ? message : `${message} ${hint}`;
  if (section === 'session') {
    const field = Object.entries(FIELDS).find(([key]) => key === rest)?.[1] ?? rest;
    return { path, field, tab: 'general', message: text, isWrong: true };
  }
  const field = section === 'bpod' ? (rest === 'trial_types' ? rest : `bpod_${rest}`) : section.toLowerCase();
  return { path, field, tab: 'recording_files', message: text, isWrong: true };
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
