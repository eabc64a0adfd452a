import type { OpenInvitation } from '@/lib/declare/access-list';

/** Who asks whom for what, in a line. */
export function invitationText({ kind, is_mine: isMine, inviter, group, title, model, level }: OpenInvitation): string {
  if (kind === 'request') return isMine ? `You ask to join ${title}` : `${inviter} asks to join ${title}`;
  return `${inviter} invites ${group ?? 'you'} to the ${model} ${title} as ${level}`;
}
