import 'server-only';
import type { Model } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import type { UserViewer } from '@/lib/server/viewer';

export type Beginning = { readonly hasSession: boolean; readonly hasProject: boolean; readonly hasSubject: boolean };

/** How far somebody has come who begins: what they see at least one of. */
export async function beginningOf(viewer: UserViewer): Promise<Beginning> {
  const hasSession = await hasAny(viewer, models.session);
  if (hasSession) return { hasSession, hasProject: true, hasSubject: true };
  const [hasProject, hasSubject] = await Promise.all([hasAny(viewer, models.project), hasAny(viewer, models.subject)]);
  return { hasSession, hasProject, hasSubject };
}

async function hasAny(viewer: UserViewer, model: Model): Promise<boolean> {
  const exclude = Object.keys(model.fields);
  const { records } = await listRecords(viewer, model, { filters: [], sort: [], limit: 1, offset: 0, exclude }, 'none');
  return records.length > 0;
}
