'use client';

import { ArrowRightLeft, ChevronDown, Link2, Pencil, Tag } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ManyChangeTasks } from '@/lib/declare/many-changes';
import { Button } from '../ui/button';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu';
import type { ChangeTask, ManyChangeActions } from './changes';
import type { Nouns } from './nouns';
import type { BulkTarget } from './target';
import { patiently } from '../ui/patiently';

// Rarely needed, so it comes when it is.
const ChangeManyDialog = dynamic(() =>
  patiently(() => import('./change-many-dialog')).then((file) => file.ChangeManyDialog),
);

interface ChangeMenuProps {
  target: BulkTarget;
  nouns: Nouns;
  tasks: ManyChangeTasks;
  actions: ManyChangeActions;
}

/** What can be changed in several records. They stay chosen: one often does more than one thing with them. */
export function ChangeMenu({ tasks, ...props }: ChangeMenuProps) {
  const [task, setTask] = useState<ChangeTask | null>(null);
  return (
    <>
      <DropdownMenu
        trigger={
          <Button>
            Change
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {tasks.tags ? (
          <MenuItem icon={<Tag aria-hidden />} onSelect={() => setTask('tags')}>
            Tags…
          </MenuItem>
        ) : null}
        {tasks.links ? (
          <MenuItem icon={<Link2 aria-hidden />} onSelect={() => setTask('links')}>
            Links…
          </MenuItem>
        ) : null}
        {tasks.values ? (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setTask('values')}>
            A field…
          </MenuItem>
        ) : null}
        {tasks.to ? (
          <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => setTask('move')}>
            Move to another {tasks.to}…
          </MenuItem>
        ) : null}
      </DropdownMenu>
      {task ? <ChangeManyDialog {...props} task={task} to={tasks.to ?? ''} onClose={() => setTask(null)} /> : null}
    </>
  );
}
