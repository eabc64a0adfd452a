import 'server-only';
import { levelOf, type Level } from '@/lib/declare/levels';
import type { Model } from '@/lib/declare/model';
import { hasGrants } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { audit } from '../audit';
import { queryOne, transaction, type Executor } from '../db/sql';
import { levelNowStatement, removeGrantStatement } from '../queries/access-list';
import { systemViewer, type UserViewer } from '../viewer';
import { getText } from './get';
import { keepAnOwner } from './grants';
import { lockRecord } from './lock';
import { listGrants } from './who-sees';
import { updateRow } from './write';

/**
 * Gives up one's own place on an access list, at any level. Answers the level that stays through groups, or null.
 * Throws `in_use` for the last owner, `conflict` when all access comes through groups.
 */
export async function leave(
  viewer: UserViewer,
  model: Model,
  id: string | number,
  on?: Executor,
): Promise<{ level: Level | null }> {
  if (!hasGrants(model)) throw new AppError('not_found');
  const work = async (tx: Executor) => {
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
  };
  return on ? work(on) : transaction(work);
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
