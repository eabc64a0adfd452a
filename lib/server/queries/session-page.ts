import 'server-only';
import { isInverse, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { session } from '@/lib/models/session';
import { findType } from '@/lib/vocabularies/types';
import { getRecord, rightsOn, type Rights } from '../operations/get';
import type { Viewer } from '../viewer';
import { linkedModel, TitleQuestions, type TitlesByModel } from './titles';

/** What hangs on a session, by the session's own fields. */
export const sessionParts = [
  'subjects',
  'epochs',
  'behaviors',
  'dataacquisition',
  'manipulations',
  'recordingfiles',
] as const;
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
  const questions = new TitleQuestions().add('user', [record.created_by, record.updated_by]);
  addLinks(questions, session, [record]);
  for (const [part, records] of given) addLinks(questions, modelOfPart(part), records);
  const [rights, titles] = await Promise.all([rightsOn(viewer, session, [whole.id]), questions.answer(viewer)]);
  return { record, parts, rights: rights.get(String(whole.id)) ?? none, titles: { ...titles, ...typeTitles(parts) } };
}

/** The titles of what parts link and of the modules among them, and of more records where they are named. */
export async function titlesOfParts(
  viewer: Viewer,
  parts: Readonly<Partial<Record<SessionPart, readonly AnyRecord[]>>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<TitlesByModel> {
  const questions = new TitleQuestions();
  for (const part of sessionParts) addLinks(questions, modelOfPart(part), parts[part] ?? []);
  for (const [model, ids] of Object.entries(more)) questions.add(model, ids);
  return { ...(await questions.answer(viewer)), ...typeTitles(parts) };
}

const ownModels = new Set(sessionParts.map((part) => modelOfPart(part).name));

/** Asks for what the records link; the session and its parts are at hand already. */
function addLinks(questions: TitleQuestions, model: Model, records: readonly AnyRecord[]): void {
  for (const [name, field] of Object.entries(model.fields)) {
    const target = linkedModel(field);
    if (!target || target === session.name || ownModels.has(target)) continue;
    for (const record of records) questions.add(target, record[name]);
  }
}

/** Modules that are called by their type. */
function typeTitles(parts: Readonly<Partial<Record<SessionPart, readonly AnyRecord[]>>>): TitlesByModel {
  return Object.fromEntries(
    (['dataacquisition', 'manipulation'] as const).map((family) => {
      const records = parts[family === 'manipulation' ? 'manipulations' : family] ?? [];
      return [
        family,
        Object.fromEntries(
          records.map(({ id, type }) => [String(id), findType(family, String(type))?.label ?? String(type)]),
        ),
      ];
    }),
  );
}

// PostgreSQL built the records from the declarations, so an included part is a list of records.
const recordsOf = (value: unknown): AnyRecord[] => (Array.isArray(value) ? (value as AnyRecord[]) : []);

/** Epochs in the order of their time; the rest as the database gives them, by their own order. */
function inOrder(part: SessionPart, records: readonly AnyRecord[]): readonly AnyRecord[] {
  if (part !== 'epochs') return records;
  const start = (record: AnyRecord) => (typeof record.start === 'number' ? record.start : Number.MAX_SAFE_INTEGER);
  return records.toSorted((a, b) => start(a) - start(b));
}
