import 'server-only';
import { headers } from 'next/headers';
import type { AccessContext } from '@/components/models/access/access-actions';
import type { AccessSectionsProps } from '@/components/models/access/access-sections';
import { settableLevels } from '@/lib/declare/access-list';
import { isGrants, type Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { getEnv } from '@/lib/server/env';
import { isMailSent } from '@/lib/server/mail';
import { sentInvitations } from '@/lib/server/operations/invite';
import { listGrants } from '@/lib/server/operations/who-sees';
import type { UserViewer } from '@/lib/server/viewer';
import {
  addOrInviteGroup,
  changeLevel,
  changeVisibility,
  findGroups,
  findGroupsToShare,
  findPeople,
  invitePerson,
  leaveRecord,
  readPublication,
  withdrawInvitation,
} from './actions';

/** Models that people are invited to; on the others they are put at once. */
const invites = (model: Model) => model.name === 'group' || model.name === 'project';

/** All that the access list of a record shows; null for what the viewer may not see. */
export async function loadAccess(viewer: UserViewer, model: Model, id: string): Promise<AccessSectionsProps | null> {
  const list = await listGrants(viewer, model, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  if (!list) return null;
  const levels = Object.values(model.fields).find(isGrants)?.levels ?? [];
  const key = String(list.id);
  const context: AccessContext = {
    model: model.name,
    what: model.label.toLowerCase(),
    listHref: `/${model.path}`,
    me: viewer.number,
    levels,
    settable: settableLevels(model.name, levels, list),
    zone: getEnv().LAB_TIME_ZONE,
    isMailSent: isMailSent(),
    actions: {
      setLevel: changeLevel.bind(null, model.path, key),
      leave: leaveRecord.bind(null, model.path, key),
      invite: invitePerson.bind(null, model.path, key),
      cancelInvitation: withdrawInvitation,
      setPublic: changeVisibility.bind(null, model.path, key),
      publication: readPublication.bind(null, key),
      findPeople,
      findGroups,
      shareWithGroup: addOrInviteGroup.bind(null, model.path, key),
      findGroupsToShare,
    },
  };
  return {
    list,
    context,
    invitations: invites(model) ? await sentInvitations(viewer, model, key) : null,
    publicUrl: model.name === 'project' ? `${requestOrigin(await headers())}/public/projects/${key}` : null,
  };
}
