import 'server-only';
import { cache } from 'react';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { levelNumber } from '@/lib/declare/levels';
import { AppError } from '@/lib/errors';
import { needsApproval } from '@/lib/server/access';
import { getRecord, rightsOn, type Rights } from '@/lib/server/operations/get';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';

export type LoadedRecord = {
  readonly record: AnyRecord;
  readonly title: string;
  readonly rights: Rights;
  /** Records may be added below it: a contributor's level. */
  readonly mayAddTo: boolean;
  /** A change is possible, but waits for a reviewer. */
  readonly mayPropose: boolean;
};

const noRights: Rights = { update: false, delete: false, manage: false, own: false };

/** A record with what the viewer may do to it; null for what they may not see. Asked once per request. */
export const loadRecord = cache(async (viewer: UserViewer, model: Model, id: string): Promise<LoadedRecord | null> => {
  const record = await getRecord(viewer, model, id, { withLevel: true }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  if (!record) return null;
  const key = String(record.id);
  const [rights, titles] = await Promise.all([
    rightsOn(viewer, model, [key]),
    new TitleQuestions().add(model.name, key).answer(viewer),
  ]);
  return {
    record,
    title: titles[model.name]?.[key] ?? model.label,
    // What is declared read-only is changed elsewhere, by its actions, also for those who may do everything.
    rights: (model.readOnly ? null : rights.get(key)) ?? noRights,
    mayAddTo: typeof record.level === 'number' && record.level >= levelNumber('contributor'),
    mayPropose: needsApproval(viewer, model) && model.access.by === 'catalogue' && model.access.proposals,
  };
});
