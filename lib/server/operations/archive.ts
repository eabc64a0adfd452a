import 'server-only';
import { createHash } from 'node:crypto';
import { AppError, invalid } from '@/lib/errors';
import { checkSession } from '@/lib/formats/archive/check-session';
import { checkSubject } from '@/lib/formats/archive/check-subject';
import type { Finding } from '@/lib/formats/archive/facts';
import { toMetadata } from '@/lib/formats/neuroconv/metadata';
import { writeMetadata } from '@/lib/formats/neuroconv/write';
import { getEnv } from '../env';
import { findArchiveSession, findArchiveSubject } from '../queries/archive';
import type { Viewer } from '../viewer';

export type ArchiveSubjectName = { readonly id: string; readonly name: string };

/** What keeps a session from NWB and DANDI, and the subjects of whom it makes a file each. Throws `not_found`. */
export async function sessionReadiness(
  viewer: Viewer,
  id: string | number,
  now: number = Date.now(),
): Promise<{ findings: Finding[]; subjects: ArchiveSubjectName[] }> {
  const found = await findArchiveSession(viewer, id);
  if (!found) throw new AppError('not_found');
  const subjects = found.subjects.map(({ id: subject, name }) => ({ id: subject, name }));
  return { findings: checkSession(found, now, getEnv().LAB_TIME_ZONE), subjects };
}

/** What keeps a subject from NWB and DANDI, whatever the session. Throws `not_found`. */
export async function subjectReadiness(viewer: Viewer, id: string | number): Promise<Finding[]> {
  const found = await findArchiveSubject(viewer, id);
  if (!found) throw new AppError('not_found');
  const born: Finding[] = found.birth_date
    ? []
    : [
        {
          key: 'Subject.date_of_birth',
          severity: 'warning',
          message: `Without a date of birth each session of ${found.name} needs its age at recording.`,
          place: { model: 'subject', id: found.id, field: 'birth_date' },
        },
      ];
  return [...checkSubject(found), ...born];
}

export type ExportedMetadata = {
  readonly id: string;
  /** The session, and the subject where it has several. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes in base64url. */
  readonly hash: string;
};

/**
 * NeuroConv's metadata of a session with one of its subjects, by id or name; the only one by default. With `partial`
 * what archives would refuse is left out, else it is an error.
 * @throws AppError `not_found`, or `invalid` of the code `incomplete` with the findings, or naming the subjects.
 */
export async function exportMetadata(
  viewer: Viewer,
  id: string | number,
  { subject: asked, partial = false }: { subject?: string | undefined; partial?: boolean } = {},
): Promise<ExportedMetadata> {
  const found = await findArchiveSession(viewer, id);
  if (!found) throw new AppError('not_found');
  const zone = getEnv().LAB_TIME_ZONE;
  const subject = chosen(found.subjects, asked);
  const others = new Set(found.subjects.filter((one) => one !== subject).map((one) => one.id));
  const errors = checkSession(found, Date.now(), zone).filter(
    ({ severity, place }) => severity === 'error' && !(place?.model === 'subject' && others.has(place.id)),
  );
  if (errors.length > 0 && !partial) throw new Incomplete(found.id, errors);
  const bytes = new TextEncoder().encode(writeMetadata(toMetadata(found, subject, zone)));
  return {
    id: found.id,
    name: found.subjects.length > 1 && subject ? `${found.name}_${subject.name}` : found.name,
    bytes,
    hash: createHash('sha256').update(bytes).digest('base64url'),
  };
}

/** The session lacks what archives require. */
export class Incomplete extends AppError {
  constructor(
    readonly session: string,
    readonly findings: readonly Finding[],
  ) {
    super('invalid', { message: 'The session is not ready for NWB.', data: { code: 'incomplete' } });
  }
}

function chosen<S extends ArchiveSubjectName>(subjects: readonly S[], asked: string | undefined): S | null {
  if (asked === undefined && subjects.length <= 1) return subjects[0] ?? null;
  const subject = subjects.find(({ id, name }) => id === asked || name === asked);
  if (subject) return subject;
  const names = subjects.map(({ name }) => name).join(', ') || 'none';
  const message =
    asked === undefined
      ? `A file holds one subject: say which with ?subject=. The session has ${names}.`
      : `The session has no subject “${asked}”; it has ${names}.`;
  throw invalid('subject', asked === undefined ? 'required' : 'unknown', message);
}
