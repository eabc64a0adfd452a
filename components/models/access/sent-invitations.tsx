'use client';

import type { SentInvitation } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { useConfirm } from '../../ui/confirm';
import { Time } from '../../ui/time';
import type { AccessContext } from './access-actions';
import { useAccessChange } from './use-access-change';

/** Invitations that wait for an answer. */
export function SentInvitations({
  invitations,
  context,
}: {
  invitations: readonly SentInvitation[];
  context: AccessContext;
}) {
  const { actions, zone } = context;
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  return (
    <ul aria-label="Invitations">
      {invitations.map(({ group, email, ...invitation }) => (
        <li
          key={invitation.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-border/60 py-2 last:border-b-0"
        >
          <div className="min-w-0 flex-[1_1_18rem]">
            <p className="font-medium break-words">{group ?? email}</p>
            <p className="text-sm text-muted-foreground">
              {invitation.level} · invited by {invitation.inviter}, open until{' '}
              <Time value={invitation.expires_at} zone={zone} show="date" />
              {group ? ' · its managers answer' : invitation.is_known ? '' : ' · no account yet'}
            </p>
          </div>
          <Button
            size="sm"
            disabled={isPending}
            aria-label={`Cancel the invitation of ${group ?? email}`}
            onClick={() =>
              void confirm({
                title: `Cancel the invitation of ${group ?? email}?`,
                description: group
                  ? 'You can invite the group again.'
                  : 'The link in the mail stops working. You can invite again.',
                confirmLabel: 'Cancel invitation',
                cancelLabel: 'Keep it',
                danger: true,
              }).then(
                (yes) =>
                  yes &&
                  run(() => actions.cancelInvitation(invitation.id), {
                    title: `Invitation of ${group ?? email} cancelled`,
                  }),
              )
            }
          >
            Cancel
          </Button>
        </li>
      ))}
    </ul>
  );
}
