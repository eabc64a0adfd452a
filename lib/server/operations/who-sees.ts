import 'server-only';
import type { AccessList, WhoSees } from '@/lib/declare/access-list';
import { levelOf, type Level } from '@/lib/declare/levels';
import type { Model } from '@/lib/declare/model';
import { grantsToGroups, hasGrants, scopeLink } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelList, modelNamed } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { query, queryOne } from '../db/sql';
import { accessListStatement, sharedWithGroupStatement, whoSeesStatement } from '../queries/access-list';
import type { Viewer } from '../viewer';
import { idIs } from './get';
import { refuseUnlessAsked } from './list';

/** Everyone who has access to a project, personal attribute or group, and where from. Throws `not_found`. */
export async function listGrants(viewer: Viewer, model: Model, id: string | number): Promise<AccessList> {
  // Access lists name people, so the public portal has none.
  if (viewer.portal === 'public' || !hasGrants(model)) throw new AppError('not_found');
  refuseUnlessAsked(viewer, model);
  return parsed<AccessList>(await queryOne(accessListStatement(viewer, model, idIs(model, 't', id)), getReadPool()));
}

/** Who sees a session or a subject, through which of the projects that the viewer may read. Throws `not_found`. */
export async function whoCanSee(viewer: Viewer, model: Model, id: string): Promise<WhoSees> {
  const link = scopeLink(model);
  if (viewer.portal === 'public' || !link) throw new AppError('not_found');
  refuseUnlessAsked(viewer, model);
  const statement = whoSeesStatement(
    viewer,
    model,
    { name: link.name, parent: modelNamed(link.to) },
    idIs(model, 't', id),
  );
  return parsed<WhoSees>(await queryOne(statement, getReadPool()));
}

export type SharedRecord = {
  readonly model: string;
  readonly id: string;
  readonly title: string;
  readonly level: Level;
};

/** What is shared with a group, as far as the viewer may read it. `groupNumber` is the group's id on the wire. */
export async function sharedWith(viewer: Viewer, groupNumber: number): Promise<SharedRecord[]> {
  const models = modelList.filter(grantsToGroups);
  const rows = await query<Omit<SharedRecord, 'level'> & { level: number }>(
    sharedWithGroupStatement(viewer, models, groupNumber),
    getReadPool(),
  );
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}

/** The statement's JSON; its levels are numbers. */
function parsed<T>(row: { list?: unknown } | null): T {
  if (typeof row?.list !== 'string') throw new AppError('not_found');
  return JSON.parse(row.list, (key, value: unknown) =>
    key === 'level' && typeof value === 'number' ? levelOf(value) : value,
  ) as T; // built by the statement in this shape
}
