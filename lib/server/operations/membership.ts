import 'server-only';
import type { Publication } from '@/lib/declare/access-list';
import { sentenceSubject } from '@/lib/declare/problem';
import { levelFlags } from '@/lib/declare/kinds/grants';
import type { Level } from '@/lib/declare/levels';
import { isGrants, type Model } from '@/lib/declare/model';
import { AppError, invalid } from '@/lib/errors';
import { project } from '@/lib/models/project';
import { session } from '@/lib/models/session';
import { queryOne } from '../db/sql';
import { privatePartsStatement, publicationStatement } from '../queries/access-list';
import type { Viewer } from '../viewer';
import { idIs } from './get';
import { updateRecord } from './update';
import { listGrants } from './who-sees';

/** Someone on an access list: a person by e-mail address, a group by name. */
export type Holder = { readonly to: 'user' | 'group'; readonly key: string };

/** Gives, changes or (null) takes away a level. Throws `forbidden`, `in_use` for the last owner, `invalid`, `not_found`. */
export async function setLevel(
  viewer: Viewer,
  model: Model,
  id: string | number,
  { to, key }: Holder,
  level: Level | null,
): Promise<void> {
  const [name, field] = Object.entries(model.fields).find(([, one]) => isGrants(one) && one.to === to) ?? [];
  if (!name || !field || !isGrants(field)) throw new AppError('not_found');
  if (level !== null && !field.levels.includes(level))
    throw invalid(name, 'level', `${sentenceSubject(model.label)} has no level “${level}”.`);
  const entry = level === null ? { remove: true } : levelFlags(level, field.levels);
  await updateRecord(viewer, model, id, { [name]: { [key]: entry } });
}

/** What making a project public would show, for its owners. Throws `forbidden`, `not_found`. */
export async function publicationOf(viewer: Viewer, id: string): Promise<Publication> {
  const { own, id: projectId } = await listGrants(viewer, project, id);
  if (!own) throw new AppError('forbidden', { message: 'Only owners make a project public or private.' });
  const row = await queryOne<{ counts: Publication }>(publicationStatement(String(projectId)));
  if (!row) throw new AppError('not_found');
  return row.counts;
}

/** How many setups, assays and storages a public session uses that are not public themselves. */
export async function privatePartsOf(
  viewer: Viewer,
  id: string,
): Promise<Pick<Publication, 'setups' | 'assays' | 'storages'>> {
  const statement = privatePartsStatement(viewer, session, idIs(session, 't', id));
  const row = await queryOne<{ counts: Publication }>(statement);
  return row?.counts ?? { setups: 0, assays: 0, storages: 0 };
}
