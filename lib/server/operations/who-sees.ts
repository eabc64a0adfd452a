import 'server-only';
import { levelOf, type Level } from '@/lib/declare/levels';
import type { Model } from '@/lib/declare/model';
import { hasGrants, scopeLink } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { queryOne } from '../db/sql';
import { accessListStatement, whoSeesStatement } from '../queries/access-list';
import type { Viewer } from '../viewer';
import { idIs } from './get';
import { refuseUnlessAsked } from './list';

type Named = { readonly id: number; readonly name: string };
type Titled = { readonly id: string; readonly title: string };

/** One way in which a person has access. */
export type AccessSource = {
  readonly level: Level;
  /** The group that the level was given to; null when it was given to the person. */
  readonly group: Named | null;
  /** The project through which it comes, where it is not the record itself. */
  readonly record: Titled | null;
};

/** A person with their effective level, the highest of its sources. `id` is the user's number. */
export type PersonWithAccess = {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly level: Level;
  readonly sources: readonly AccessSource[];
};

export type AccessList = {
  readonly id: string | number;
  readonly title: string;
  readonly version: number;
  readonly is_public: boolean;
  /** The viewer's own level; administrators have them all. */
  readonly level: Level | null;
  /** What the viewer may do with the list: up to contributor (groups: member), or all of it. */
  readonly manage: boolean;
  readonly own: boolean;
  readonly people: readonly PersonWithAccess[];
  readonly groups: readonly (Named & { readonly level: Level; readonly members: number })[];
};

export type WhoSees = {
  readonly id: string;
  readonly title: string;
  readonly parents: readonly (Titled & { readonly is_public: boolean; readonly level: Level | null })[];
  readonly people: readonly PersonWithAccess[];
};

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

/** The statement's JSON; its levels are numbers. */
function parsed<T>(row: { list?: unknown } | null): T {
  if (typeof row?.list !== 'string') throw new AppError('not_found');
  return JSON.parse(row.list, (key, value: unknown) =>
    key === 'level' && typeof value === 'number' ? levelOf(value) : value,
  ) as T; // built by the statement in this shape
}
