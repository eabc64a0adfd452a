import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { exportSession } from '@/lib/formats/session-toml/from-portal';
import type { Missing } from '@/lib/formats/session-toml/missing';
import type { Profile } from '@/lib/formats/session-toml/shape';
import { getEnv } from '../env';
import { findPortalSession } from '../queries/portal-session';
import type { Viewer } from '../viewer';

export type ExportedSession = {
  readonly id: string;
  readonly name: string;
  /** The canonical session.toml, or null when something is missing. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** SHA-256 of the bytes in base64url: the same session gives the same. */
  readonly hash: string | null;
  readonly missing: readonly Missing[];
};

/** The session.toml of a session, or all that keeps it from having one. Throws `not_found`. */
export async function exportSessionToml(
  viewer: Viewer,
  id: string | number,
  profile: Profile,
): Promise<ExportedSession> {
  const found = await findPortalSession(viewer, id);
  if (!found) throw new AppError('not_found');
  const { text, missing } = exportSession(found.session, profile, getEnv().LAB_TIME_ZONE);
  const base = { id: found.id, name: found.session.name };
  if (text === null) return { ...base, bytes: null, hash: null, missing };
  const bytes = new TextEncoder().encode(text);
  return { ...base, bytes, hash: createHash('sha256').update(bytes).digest('base64url'), missing: [] };
}
