import 'server-only';
import { ageBetween } from '@/lib/declare/age';
import { isInverse, type AnyRecord, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { transaction, type Executor } from '../db/sql';
import { sessionParts } from '../queries/session-page';
import type { Viewer } from '../viewer';
import { createRecord } from './create';
import { getRecord } from './get';

export type StartOptions = {
  /** Ids of the subjects; their age at recording is taken from their birth date. */
  readonly subjects: readonly string[];
  /** A session whose recording files, modules and epochs are copied. */
  readonly like: string | null;
};

export type StartedSession = {
  readonly record: AnyRecord;
  /** Manipulations of other subjects that could not come along. */
  readonly left: number;
};

/** Creates a session with its subjects, and with what another session had, in one transaction. Problems come as `invalid`. */
export function startSession(
  viewer: Viewer,
  input: Readonly<Record<string, unknown>>,
  { subjects, like }: StartOptions,
): Promise<StartedSession> {
  return transaction(async (tx) => {
    const record = await createRecord(viewer, models.session, input, { tx });
    await addSubjects(tx, viewer, record, subjects);
    const left = like ? await copyParts(tx, viewer, record, like, subjects) : 0;
    return { record: await getRecord(viewer, models.session, record.id, {}, tx), left };
  });
}

async function addSubjects(
  tx: Executor,
  viewer: Viewer,
  session: AnyRecord,
  subjects: readonly string[],
): Promise<void> {
  for (const id of subjects) {
    const subject = await at('subjects', () => getRecord(viewer, models.subject, id, {}, tx));
    const age = ageBetween(subject.birth_date, session.date_time) ?? '';
    await at('subjects', () =>
      createRecord(viewer, models.sessionsubject, { session: session.id, subject: id, age }, { tx }),
    );
  }
}

/** Copies what hangs on another session. With other subjects their implants don't go along, nor what needs them. */
async function copyParts(
  tx: Executor,
  viewer: Viewer,
  session: AnyRecord,
  like: string,
  subjects: readonly string[],
): Promise<number> {
  const from = await at('like', () => getRecord(viewer, models.session, like, { include: sessionParts }, tx));
  const isSame = sameIds(
    recordsOf(from.subjects).map(({ subject }) => String(subject)),
    subjects,
  );
  const copies = new Map<string, string>();
  const copy = async (model: Model, original: AnyRecord, changes: Readonly<Record<string, unknown>> = {}) => {
    const values = Object.fromEntries(
      Object.entries(model.fields).flatMap(([name, field]) =>
        // Notes tell what happened in the other recording.
        field.readOnly || field.internal || isInverse(field) || name === 'notes' ? [] : [[name, original[name]]],
      ),
    );
    const made = await at(
      'like',
      () => createRecord(viewer, model, { ...values, ...changes, session: session.id }, { tx }),
      model,
    );
    copies.set(String(original.id), String(made.id));
  };
  const implants = isSame ? {} : { procedures: [] };
  for (const one of recordsOf(from.recordingfiles)) await copy(models.recordingfiles, one);
  if (subjects.length > 0)
    for (const one of recordsOf(from.behaviors)) await copy(models.behavior, one, isSame ? {} : { subjects });
  for (const one of recordsOf(from.dataacquisition)) await copy(models.dataacquisition, one, implants);
  const manipulations = recordsOf(from.manipulations);
  if (isSame) for (const one of manipulations) await copy(models.manipulation, one);
  for (const one of recordsOf(from.epochs)) {
    const modules = ['behavior', 'dataacquisition', 'manipulation'].map((name) => [
      name,
      copies.get(String(one[name])) ?? null,
    ]);
    await copy(models.epoch, one, Object.fromEntries(modules));
  }
  return isSame ? 0 : manipulations.length;
}

// PostgreSQL built them from the declarations.
const recordsOf = (value: unknown): AnyRecord[] => (Array.isArray(value) ? (value as AnyRecord[]) : []);

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Problems of a part are shown at the field of the form that asked for it. */
async function at<T>(path: string, work: () => Promise<T>, model?: Model): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const what = model ? `${model.label} can’t be copied: ` : '';
    const given: readonly Problem[] =
      error.problems.length > 0 ? error.problems : [{ path, code: error.code, message: error.message }];
    throw new AppError('invalid', {
      problems: given.map(({ code, message }) => ({ path, code, message: `${what}${message}` })),
    });
  }
}
