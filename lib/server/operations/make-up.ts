import 'server-only';
import { isInverse, type AnyRecord, type Model } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { findType, isFamilyName } from '@/lib/vocabularies/types';
import type { Executor } from '../db/sql';
import { modelOfPart, type SessionPart } from '../queries/session-page';
import type { Viewer } from '../viewer';
import { getRecord } from './get';

/** What is copied of a session, in the order in which one thing needs the other. */
export const copiedParts = [
  'recordingfiles',
  'behaviors',
  'dataacquisition',
  'manipulations',
  'epochs',
] as const satisfies readonly SessionPart[];
export type CopiedPart = (typeof copiedParts)[number];

/** What a session consists of: enough to make another one like it. */
export type MakeUp = {
  /** Ids of its subjects: the implants of other ones don't fit. */
  readonly subjects: readonly string[];
  /** The parts with their ids, by which epochs name modules. */
  readonly parts: Readonly<Record<CopiedPart, readonly AnyRecord[]>>;
};

/** The make-up of a session as the viewer may see it. @throws AppError not_found. */
export async function makeUpOf(viewer: Viewer, session: string, tx?: Executor): Promise<MakeUp> {
  const from = await getRecord(viewer, models.session, session, { include: ['subjects', ...copiedParts] }, tx);
  const parts = copiedParts.map((part) => [
    part,
    recordsOf(from[part]).map((record) => ({ ...copiedFields(modelOfPart(part), record), id: record.id })),
  ]);
  return {
    subjects: recordsOf(from.subjects).flatMap(({ subject }) => (subject ? [String(subject)] : [])),
    parts: Object.fromEntries(parts) as MakeUp['parts'], // made from copiedParts
  };
}

/** What of a part is the same the next time. Notes and outcomes tell what happened in the other recording. */
function copiedFields(model: Model, record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(model.fields).flatMap(([name, field]) =>
      field.readOnly || field.internal || isInverse(field) || name === 'notes' || name === 'session'
        ? []
        : [[name, field.kind === 'details' ? withoutOutcomes(model, record, record[name]) : record[name]]],
    ),
  );
}

function withoutOutcomes(model: Model, { type }: AnyRecord, details: unknown): unknown {
  const outcomes = isFamilyName(model.name)
    ? findType(model.name, String(type))?.fields.flatMap(({ key, isOutcome }) => (isOutcome ? [key] : []))
    : null;
  if (!outcomes?.length || typeof details !== 'object' || details === null) return details;
  return Object.fromEntries(Object.entries(details).filter(([key]) => !outcomes.includes(key)));
}

// PostgreSQL built them from the declarations.
const recordsOf = (value: unknown): AnyRecord[] => (Array.isArray(value) ? (value as AnyRecord[]) : []);
