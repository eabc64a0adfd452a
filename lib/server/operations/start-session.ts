import 'server-only';
import { ageBetween } from '@/lib/declare/age';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { audit } from '../audit';
import { transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { at, copyParts } from './copy-parts';
import { createRecord } from './create';
import { getRecord } from './get';
import { makeUpOf } from './make-up';
import { loadTemplate } from './session-templates';

export type StartOptions = {
  /** Ids of the subjects; their age at recording is taken from their birth date. */
  readonly subjects: readonly string[];
  /** A session whose recording files, modules and epochs are copied. */
  readonly like: string | null;
  /** A template in place of a session. */
  readonly template?: string | null;
  /** Ids of parts that are not copied. */
  readonly leaveOut?: readonly string[];
};

export type StartedSession = {
  readonly record: AnyRecord;
  /** Sentences on what could not come along. */
  readonly left: readonly string[];
};

/** Creates a session with its subjects, and with what another session had, in one transaction. Problems come as `invalid`. */
export function startSession(
  viewer: Viewer,
  input: Readonly<Record<string, unknown>>,
  { subjects, like, template = null, leaveOut = [] }: StartOptions,
): Promise<StartedSession> {
  return transaction(async (tx) => {
    const record = await createRecord(viewer, models.session, input, { tx });
    await addSubjects(tx, viewer, record, subjects);
    const source = await at('like', () => sourceOf(tx, viewer, like, template));
    const left = source ? await copyParts(tx, viewer, record, source.makeUp, { subjects, leaveOut }) : [];
    if (source) await auditCopy(tx, viewer, record, source.told);
    return { record: await getRecord(viewer, models.session, record.id, {}, tx), left };
  });
}

/** What the new session goes by: its make-up, and what its history tells of it. */
async function sourceOf(tx: Executor, viewer: Viewer, like: string | null, template: string | null) {
  if (template) {
    const { row, content } = await loadTemplate(viewer, template, tx);
    return { makeUp: content, told: { template: row.name, project: row.project_id } };
  }
  if (!like) return null;
  return { makeUp: await makeUpOf(viewer, like, tx), told: { from: like } };
}

const auditCopy = (tx: Executor, viewer: Viewer, { id }: AnyRecord, told: object): Promise<void> =>
  audit(tx, viewer, [
    { model: models.session.name, recordId: String(id), action: 'copy', after: JSON.stringify(told) },
  ]);

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
