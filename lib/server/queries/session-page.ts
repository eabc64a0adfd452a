import 'server-only';
import { isInverse, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { session } from '@/lib/models/session';
import { getRecord, rightsOn, type Rights } from '../operations/get';
import type { Viewer } from '../viewer';
import { TitleQuestions, type TitlesByModel } from './titles';

/** What hangs on a session, by the session's own fields. */
export const sessionParts = ['subjects', 'epochs', 'behaviors', 'dataacquisition', 'manipulations', 'recordingfiles'] as const;
export type SessionPart = (typeof sessionParts)[number];

export type SessionPage = {
  /** The session with only the ids of its parts. */
  readonly record: AnyRecord;
  readonly parts: Readonly<Record<SessionPart, readonly AnyRecord[]>>;
  readonly rights: Rights;
  readonly titles: TitlesByModel;
};

const none: Rights = { update: false, delete: false, manage: false, own: false };

/** The model of a part. */
export function modelOfPart(part: SessionPart): Model {
  const field = session.fields[part];
  if (!isInverse(field)) throw new Error(`“${part}” is no part of a session.`);
  return modelNamed(field.of);
}

/** A session with all that hangs on it and the titles of all they name: one statement, then one for each model named. */
export async function sessionPage(viewer: Viewer, id: string | number): Promise<SessionPage> {
  const whole = await getRecord(viewer, session, id, { include: sessionParts });
  const given = sessionParts.map((part) => [part, inOrder(part, recordsOf(whole[part]))] as const);
  const parts = Object.fromEntries(given) as Record<SessionPart, readonly AnyRecord[]>; // made from sessionParts
  const ids = Object.fromEntries(given.map(([part, records]) => [part, records.map((record) => record.id)]));
  const record: AnyRecord = { ...whole, ...ids };
  const questions = new TitleQuestions().addRecords(session, [record]);
  for (const [part, records] of given) questions.addRecords(modelOfPart(part), records);
  const [rights, titles] = await Promise.all([rightsOn(viewer, session, [whole.id]), questions.answer(viewer)]);
  return { record, parts, rights: rights.get(String(whole.id)) ?? none, titles };
}

// PostgreSQL built the records from the declarations, so an included part is a list of records.
const recordsOf = (value: unknown): AnyRecord[] => (Array.isArray(value) ? (value as AnyRecord[]) : []);

/** Epochs in the order of their time; the rest as the database gives them, by their own order. */
function inOrder(part: SessionPart, records: readonly AnyRecord[]): readonly AnyRecord[] {
  if (part !== 'epochs') return records;
  const start = (record: AnyRecord) => (typeof record.start === 'number' ? record.start : Number.MAX_SAFE_INTEGER);
  return records.toSorted((a, b) => start(a) - start(b));
}
