import 'server-only';
import type pg from 'pg';
import type { PortalRecording, PortalSession } from '@/lib/formats/session-toml/portal';
import { htmlToText } from '@/lib/formats/session-toml/rich-text';
import type { Profile } from '@/lib/formats/session-toml/shape';
import { asStored } from '@/lib/formats/session-toml/stored';
import { recordingfiles } from '@/lib/models/recording-files';
import { session } from '@/lib/models/session';
import { sessionsubject } from '@/lib/models/session-subject';
import { audit } from '../audit';
import { newId } from '../id';
import { findRecording, findSessionNamed, findSessionSubjects } from '../queries/import';
import { continuousTimeKey, findPortalSession } from '../queries/portal-session';
import type { UserViewer } from '../viewer';
import { createRecord, createText } from './create';
import { getText } from './get';
import type { Choice, Conflict, FieldChange, ImportedFile } from './import-report';
import { importSubject, type ImportedSubject } from './import-subject';
import { updateText } from './update';
import { insertRow, updateRow } from './write';
import { stable } from './stable-json';

/** What importing one file needs to know. */
export type FileImport = {
  readonly tx: pg.PoolClient;
  readonly viewer: UserViewer;
  readonly file: string;
  readonly profile: Profile;
  readonly project: { readonly id: string; readonly name: string };
  /** The strain of subjects that are new. */
  readonly strain: string | null;
  readonly isTrial: boolean;
  readonly choiceFor: (field: Conflict['field']) => Choice | null;
};

/** Writes one session inside the transaction and answers what has changed. Throws AppError for what the portal refuses. */
export async function importFile(context: FileImport, given: PortalSession): Promise<ImportedFile> {
  const { tx, viewer, project } = context;
  const [givenSubject] = given.subjects;
  if (!givenSubject) throw new Error('A file names one subject.');
  const name = asStored(given.name);
  const known = await findSessionNamed(tx, viewer, project.id, name);
  const subject = await importSubject(context, givenSubject);
  const fields: FieldChange[] = [...subject.fields];
  const id = known ?? (await createSession(context, name, given, fields));
  if (known) await updateSession(context, known, given, fields);
  await importAge(context, id, subject, givenSubject.age ?? '', fields);
  if (given.recording) await importRecording(context, id, given.recording, given.as_written, fields);
  if (fields.length > 0) {
    const after = JSON.stringify({ file: context.file, profile: context.profile });
    await audit(tx, viewer, [{ model: session.name, recordId: id, action: 'import', after }]);
  }
  return {
    file: context.file,
    status: !known ? 'create' : fields.length > 0 ? 'update' : 'unchanged',
    session: { id: !known && context.isTrial ? null : id, name },
    subject: { name: subject.name, status: subject.status },
    fields,
    conflicts: subject.conflicts,
    problems: [],
  };
}

async function createSession(
  { tx, viewer, project, isTrial }: FileImport,
  name: string,
  given: PortalSession,
  fields: FieldChange[],
): Promise<string> {
  const values = {
    name,
    date_time: given.date_time,
    experimenter: asStored(given.experimenter ?? ''),
    description: given.description ?? '',
    name_used_in_storage: name,
  };
  const created = await createRecord(viewer, session, { ...values, projects: [project.id] }, { tx, isTrial });
  fields.push(...Object.entries(values).map(([field, after]) => ({ field, before: null, after })));
  return String(created.id);
}

/** Only what means something else is written, so that formatting added in the portal stays. */
async function updateSession(
  { tx, viewer }: FileImport,
  id: string,
  given: PortalSession,
  fields: FieldChange[],
): Promise<void> {
  const current = (await findPortalSession(viewer, id, tx))?.session;
  if (!current) throw new Error('A session found by its name has gone inside its transaction.');
  const changes: Record<string, unknown> = {};
  const compare = (field: 'date_time' | 'experimenter' | 'description', isSame: boolean, after: unknown) => {
    if (isSame) return;
    changes[field] = after;
    fields.push({ field, before: current[field] || null, after });
  };
  compare('date_time', given.date_time === current.date_time, given.date_time);
  const experimenter = asStored(given.experimenter ?? '');
  compare('experimenter', experimenter === asStored(current.experimenter ?? ''), experimenter);
  compare(
    'description',
    htmlToText(given.description ?? '') === htmlToText(current.description ?? ''),
    given.description,
  );
  if (Object.keys(changes).length > 0) await updateText(viewer, session, id, changes, { tx });
}

/** The age at recording, kept with the session. A session of one other subject gets this one instead. */
async function importAge(
  { tx, viewer }: FileImport,
  sessionId: string,
  subject: ImportedSubject,
  given: string,
  fields: FieldChange[],
): Promise<void> {
  const age = asStored(given);
  const rows = await findSessionSubjects(tx, sessionId);
  const own = rows.find((row) => row.subject_id === subject.id);
  const only = rows.length === 1 ? rows[0] : undefined;
  const row = own ?? only;
  if (!row) await createText(viewer, sessionsubject, { session: sessionId, subject: subject.id, age }, { tx });
  else if (!own) await updateText(viewer, sessionsubject, row.id, { subject: subject.id, age }, { tx });
  else if (row.age !== age) await updateText(viewer, sessionsubject, row.id, { age }, { tx });
  if (!own) fields.push({ field: 'subject', before: null, after: subject.name });
  if ((own?.age ?? '') !== age) fields.push({ field: 'age', before: own?.age || null, after: age });
}

/**
 * The recording files, as the file has them: the format has checked them, and its texts stay letter by letter. That is
 * why they are written past the form's rules; the right to it is that of the session, which has been asked for above.
 */
async function importRecording(
  { tx, viewer, profile }: FileImport,
  sessionId: string,
  given: PortalRecording,
  texts: PortalSession['as_written'],
  fields: FieldChange[],
): Promise<void> {
  const current = await findRecording(tx, sessionId);
  const { bpod_continuous_time: continuous, bpod_path, bpod_order, ...lists } = given;
  // Profile 1.0 has no such key, so its files say nothing about it.
  const keepsFlag = continuous === null && profile === '1.0' && current !== null;
  const isAbsent = keepsFlag ? current.as_written[continuousTimeKey] !== undefined : continuous === null;
  const values: Record<string, unknown> = {
    bpod_path: bpod_path ?? '',
    bpod_order: bpod_order ?? '',
    bpod_continuous_time: keepsFlag ? current.bpod_continuous_time : (continuous ?? true),
    ...lists,
    as_written: { ...texts, ...(isAbsent ? { [continuousTimeKey]: 'absent' } : {}) },
  };
  const changed = Object.entries(values).filter(
    ([field, value]) => !current || stable(current[field]) !== stable(value),
  );
  if (changed.length === 0) return;
  const before = current && (await getText(viewer, recordingfiles, current.id, {}, tx));
  const id = current?.id ?? newId();
  if (current) await updateRow(tx, viewer, recordingfiles, id, Object.fromEntries(changed));
  else await insertRow(tx, viewer, recordingfiles, id, { ...values, session: sessionId });
  const after = await getText(viewer, recordingfiles, id, {}, tx);
  await audit(tx, viewer, [
    { model: recordingfiles.name, recordId: id, action: current ? 'update' : 'create', before, after },
  ]);
  fields.push(...changed.map(([field, value]) => ({ field, before: current?.[field] ?? null, after: value })));
}
