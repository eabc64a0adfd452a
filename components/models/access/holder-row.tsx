'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Level } from '@/lib/declare/levels';
import { levels as allLevels } from '@/lib/declare/levels';
import { Avatar } from '../../ui/avatar';
import { useConfirm } from '../../ui/confirm';
import { IconButton } from '../../ui/icon-button';
import { Select } from '../../ui/select';
import type { AccessContext, Holder } from './access-actions';
import { labelOf, levelOptions } from './level-words';
import { useAccessChange } from './use-access-change';

export interface HolderRowProps {
  context: AccessContext;
  holder: Holder;
  name: string;
  detail: ReactNode;
  /** What was given to this holder itself; null: all comes through groups. */
  given: Level | null;
  /** The viewer's own place: losing it takes away the page. */
  isMe: boolean;
  /** The only owner that is left: stays as it is. */
  isLastOwner: boolean;
}

/** One holder of a level, with what the viewer may do about it. */
export function HolderRow({ context, holder, name, detail, given, isMe, isLastOwner }: HolderRowProps) {
  const { model, what, levels, settable, actions, listHref } = context;
  const confirm = useConfirm();
  const [isPending, run] = useAccessChange();
  const mayChange = given !== null && settable.includes(given) && !isLastOwner;

  async function change(next: Level | null) {
    if (next === given || given === null) return;
    const losesMine = isMe && (next === null || allLevels.indexOf(next) < allLevels.indexOf(given));
    const isSure =
      (next !== null && !losesMine) ||
      (await confirm({
        title: next === null ? `Remove ${isMe ? 'yourself' : name}?` : 'Lower your own level?',
        description: isMe
          ? `You can’t take this back yourself: another ${next === null ? 'manager or owner' : 'owner'} of this ${what} has to.`
          : `${name} keeps what other groups and projects give. You can undo this right after.`,
        confirmLabel: next === null ? 'Remove' : 'Lower my level',
        danger: true,
      }));
    if (!isSure) return;
    run(() => actions.setLevel(holder, next), {
      title: next === null ? `${name} removed` : `${name} is now ${next}`,
      ...(isMe ? {} : { undo: () => actions.setLevel(holder, given) }),
      ...(isMe && next === null ? { goTo: listHref } : {}),
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border/60 py-2 last:border-b-0">
      <div className="flex min-w-0 flex-[1_1_18rem] items-center gap-2.5">
        <Avatar name={name} />
        <div className="min-w-0">
          <p className="truncate font-medium">
            {name}
            {isMe ? <span className="font-normal text-muted-foreground"> (you)</span> : null}
          </p>
          <div className="text-sm break-words text-muted-foreground">{detail}</div>
        </div>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {mayChange ? (
          <>
            <Select
              aria-label={`Level of ${name}`}
              className="w-36"
              value={given}
              options={levelOptions(model, settable)}
              disabled={isPending}
              onChange={(next) => void change(levels.find((level) => level === next) ?? given)}
            />
            <IconButton label={`Remove ${name}`} disabled={isPending} onClick={() => void change(null)}>
              <X aria-hidden />
            </IconButton>
          </>
        ) : given ? (
          <span
            className="px-2.5 text-sm text-muted-foreground"
            title={isLastOwner ? 'The last owner stays' : undefined}
          >
            {labelOf(given)}
            {isLastOwner && settable.includes('owner') ? ' (the only one)' : ''}
          </span>
        ) : null}
      </div>
    </li>
  );
}
