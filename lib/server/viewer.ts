import 'server-only';

/** Which part of the data is looked at: one's own grants, what is public, or everything (superusers). */
export type Portal = 'private' | 'public' | 'super';

/** Someone signed in. `id` is the user's UUID, `number` the integer id on the wire. */
export type UserViewer = {
  kind: 'user';
  id: string;
  number: number;
  email: string;
  name: string;
  isSuperuser: boolean;
  via: 'cookie' | 'token';
  tokenId: string | null;
  portal: Portal;
};

/** Nobody in particular: reads the public portal. */
export type AnonymousViewer = { kind: 'anonymous'; portal: 'public' };

/** Trusted code (seeding, an accepted invitation). The reason is written to the audit log. */
export type SystemViewer = { kind: 'system'; reason: string; portal: 'super' };

export type Viewer = UserViewer | AnonymousViewer | SystemViewer;

/** Trusted code acting for nobody; greppable, and audited with its reason. */
export function systemViewer(reason: string): SystemViewer {
  return { kind: 'system', reason, portal: 'super' };
}

/** The public portal as anyone sees it, also for someone who is signed in. */
export const anonymousViewer: AnonymousViewer = { kind: 'anonymous', portal: 'public' };
