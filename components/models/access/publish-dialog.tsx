'use client';

import { useEffect, useState } from 'react';
import type { Publication } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import type { AccessActions, AccessAnswer } from './access-actions';

interface PublishDialogProps {
  title: string;
  actions: AccessActions;
  onClose: () => void;
  onPublish: () => void;
}

/** Says exactly what a project shows once it is public, and what not, before its owner decides. */
export function PublishDialog({ title, actions, onClose, onPublish }: PublishDialogProps) {
  const [found, setFound] = useState<AccessAnswer<{ counts: Publication }> | null>(null);
  const [isSure, setSure] = useState(false);
  useEffect(() => {
    actions
      .publication()
      .catch(() => ({ ok: false as const, message: 'No answer came: check the connection.', problems: [] }))
      .then(setFound);
  }, [actions]);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Make ${title} public?`}
      description="Anyone will read it, signed in or not, and may keep copies."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!isSure || !found?.ok} onClick={onPublish}>
            Make public
          </Button>
        </>
      }
    >
      {found === null ? <Skeleton className="h-40" /> : null}
      {found && !found.ok ? <Callout tone="danger">{found.message}</Callout> : null}
      {found?.ok ? (
        <div className="flex flex-col gap-4">
          <What title="Becomes visible" items={shown(found.counts)} />
          <What title="Stays private" items={hidden(found.counts)} />
          <Checkbox
            value={isSure}
            onChange={setSure}
            label="I understand that anyone can read all of this"
            description="You can make it private again, but not take back what others have copied."
          />
        </div>
      ) : null}
    </Dialog>
  );
}

function What({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1 list-disc pl-5 text-sm text-muted-foreground">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const shown = ({ subjects, sessions, procedures, modules, epochs }: Publication): string[] => [
  'The project’s details, description, tags and links',
  `${counted(subjects, 'subject')} with ${counted(procedures, 'procedure')}`,
  `${counted(sessions, 'session')} with ${counted(epochs, 'epoch')} and ${counted(modules, 'behavior, data acquisition or manipulation', 'behaviors, data acquisitions and manipulations')}`,
  'Recording files, experimenters’ names and everything written in notes and extra fields',
];

const hidden = ({ setups, assays, storages }: Publication): string[] => [
  'Who has access: people, groups, levels, e-mail addresses',
  'Other projects that its subjects and sessions belong to',
  setups + assays + storages > 0
    ? `${counted(setups, 'setup')}, ${counted(assays, 'behavioral assay')} and ${counted(storages, 'data storage')} that it uses: readers see that something is there, not what, until each is made public itself`
    : 'Setups, behavioral assays and data storages, until each is made public itself',
];
