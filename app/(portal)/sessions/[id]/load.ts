import 'server-only';
import { cache } from 'react';
import { withModuleTitles } from '@/components/models/session/parts';
import type { Showing } from '@/components/fields/field-parts';
import { AppError } from '@/lib/errors';
import { models } from '@/lib/models';
import { exportSessionToml } from '@/lib/server/operations/export-session';
import { sessionPage, type SessionPage } from '@/lib/server/queries/session-page';
import { withCleanText } from '@/lib/server/rich-text';
import type { UserViewer } from '@/lib/server/viewer';
import { showingWith } from '../../[model]/load';

export type LoadedSession = Omit<SessionPage, 'titles'> & { readonly showing: Showing };

/** A session with its parts, for its pages; null for what the viewer may not see. Asked once per request. */
export const loadSession = cache(async (viewer: UserViewer, id: string): Promise<LoadedSession | null> => {
  const found = await orNull(sessionPage(viewer, id));
  if (!found) return null;
  const { titles, ...rest } = found;
  const record = withCleanText(models.session, found.record);
  return { ...rest, record, showing: showingWith(withModuleTitles(found.parts, titles)) };
});

/** What the session's strict session.toml lacks. */
export const missingForToml = async (viewer: UserViewer, id: string) =>
  (await exportSessionToml(viewer, id, '1.0')).missing;

/** The views that the session's pages show, by model name. */
export const shownModels = [
  models.session,
  models.sessionsubject,
  models.epoch,
  models.behavior,
  models.dataacquisition,
  models.manipulation,
  models.recordingfiles,
];

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  }
}
