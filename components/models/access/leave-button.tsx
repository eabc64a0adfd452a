'use client';

import { Button } from '../../ui/button';
import { useConfirm } from '../../ui/confirm';
import type { AccessContext } from './access-actions';
import { useAccessChange } from './use-access-change';

/** Gives up one's own place on the list. `groups` names those that still give access afterwards. */
export function LeaveButton({
  context,
  title,
  groups,
}: {
  context: AccessContext;
  title: string;
  groups: readonly string[];
}) {
  const { what, actions, listHref } = context;
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  return (
    <Button
      pending={isPending}
      onClick={() =>
        void confirm({
          title: `Leave ${title}?`,
          description:
            groups.length > 0
              ? `Your own level goes; you keep what ${groups.join(', ')} gives you.`
              : context.model === 'group'
                ? 'You no longer see what is shared with the group. To come back, ask to join it.'
                : `You no longer see this ${what} and what comes with it. To come back you need to be invited again.`,
          confirmLabel: `Leave ${what}`,
          danger: true,
        }).then(
          (yes) =>
            yes &&
            run(() => actions.leave(), {
              title: `You have left ${title}`,
              ...(groups.length > 0 ? {} : { goTo: listHref }),
            }),
        )
      }
    >
      Leave {what}
    </Button>
  );
}
