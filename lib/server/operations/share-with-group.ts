import 'server-only';
import type { Level } from '@/lib/declare/levels';
import type { Model } from '@/lib/declare/model';
import { AppError, invalid } from '@/lib/errors';
import { group } from '@/lib/models/group';
import { ownGroups } from '../queries/own-groups';
import type { UserViewer } from '../viewer';
import { getRecord } from './get';
import { inviteGroup } from './invite';
import { setLevel } from './membership';

/**
 * Shares a project with a group, given by its number: one that the viewer is in is added at once, any other is invited and
 * its managers answer (decision 007). Throws `invalid`, `forbidden`, `not_found`, `too_many_requests`.
 */
export async function shareWithGroup(
  viewer: UserViewer,
  project: Model,
  id: string | number,
  input: { readonly group: number; readonly level: Level; readonly message: string },
): Promise<{ readonly isAdded: boolean; readonly name: string }> {
  const { name } = await groupOf(viewer, input.group);
  const isAdded = (await ownGroups(viewer)).has(input.group);
  if (isAdded) await setLevel(viewer, project, id, { to: 'group', key: name }, input.level);
  else await inviteGroup(viewer, project, id, input);
  return { isAdded, name };
}

async function groupOf(viewer: UserViewer, number: number): Promise<{ name: string }> {
  try {
    const found = await getRecord(viewer, group, number);
    return { name: String(found.name) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      throw invalid('group', 'unknown-holder', 'There is no such group.');
    throw error;
  }
}
