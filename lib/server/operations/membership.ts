import 'server-only';
import type { Publication } from '@/lib/declare/access-list';
import { sentenceSubject } from '@/lib/declare/problem';
import { levelFlags } from '@/lib/declare/kinds/grants';
import { levelOf, type Level } from '@/lib/declare/levels';
import { isGrants, type Model } from '@/lib/declare/model';
import { hasGrants } from '@/lib/declare/tables';
import { AppError, invalid } from '@/lib/errors';
import { project } from '@/lib/models/project';
import { session } from '@/lib/models/session';
import { audit } from '../audit';
import { queryOne, transaction } from '../db/sql';
import {
  levelNowStatement,
  privatePartsStatement,
  publicationStatement,
  removeGrantStatement,
} from '../queries/access-list';
import { systemViewer, type UserViewer, type Viewer } from '../viewer';
import { getText, idIs } from './get';
import { keepAnOwner } from './grants';
import { lockRecord, updateRecord } from './update';
import { updateRow } from './write';
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

/**
 * Gives up one's own place on an access list, at any level. Answers the level that stays through groups, or null.
 * Throws `in_use` for the last owner, `conflict` when all access comes through groups.
 */
export async function leave(viewer: UserViewer, model: Model, id: string | number): Promise<{ level: Level | null }> {
  if (!hasGrants(model)) throw new AppError('not_found');
  return transaction(async (tx) => {
    const { id: recordId } = await lockRecord(tx, viewer, model, id);
    const everything = systemViewer('record of a departure');
    const before = await getText(everything, model, recordId, {}, tx);
    const gone = await queryOne(removeGrantStatement(model, recordId, viewer.id), tx);
    if (!gone) throw await noPlaceOfOnesOwn(viewer, model, id);
    await keepAnOwner(tx, model, recordId);
    await updateRow(tx, viewer, model, recordId, {});
    const after = await getText(everything, model, recordId, {}, tx);
    await audit(tx, viewer, [{ model: model.name, recordId, action: 'update', before, after }]);
    const now = await queryOne<{ level: number }>(levelNowStatement(model, recordId, viewer.id), tx);
    return { level: levelOf(now?.level) };
  });
}

async function noPlaceOfOnesOwn(viewer: UserViewer, model: Model, id: string | number): Promise<AppError> {
  const { people } = await listGrants(viewer, model, id);
  const groups = people
    .find((person) => person.id === viewer.number)
    ?.sources.flatMap(({ group }) => group?.name ?? []);
  const what = model.label.toLowerCase();
  return new AppError('conflict', {
    message: groups?.length
      ? `Your access to this ${what} comes through ${groups.join(', ')}: leave the group, or ask an owner to take it off the list.`
      : `You are not on the access list of this ${what}.`,
  });
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
