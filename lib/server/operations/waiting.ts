import 'server-only';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { group } from '@/lib/models/group';
import { openInvitationsOf, openRequestsOf } from '../queries/open-invitations';
import type { UserViewer } from '../viewer';
import { idIs } from './get';

export type Waiting = {
  /** For the viewer to answer: into a group or project, for themselves or for a group that they manage. */
  readonly invitations: readonly OpenInvitation[];
  /** For the viewer to answer: people who ask to join a group that they manage. */
  readonly requests: readonly OpenInvitation[];
  /** The viewer's own requests, for others to answer. */
  readonly mine: readonly OpenInvitation[];
};

/** What waits between the viewer and others. */
export async function waitingFor(viewer: UserViewer): Promise<Waiting> {
  const open = await openInvitationsOf(viewer);
  const requests = open.filter(({ kind }) => kind === 'request');
  return {
    invitations: open.filter(({ kind }) => kind === 'invitation'),
    requests: requests.filter(({ is_mine }) => !is_mine),
    mine: requests.filter(({ is_mine }) => is_mine),
  };
}

/** Who asks to join a group, for its managers; others find their own request only. Throws `not_found`. */
export const joinRequests = (viewer: UserViewer, id: string | number): Promise<OpenInvitation[]> =>
  openRequestsOf(viewer, idIs(group, 'g', id));
