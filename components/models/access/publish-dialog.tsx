'use client';

import { useEffect, useState } from 'react';
import type { Publication } from '@/lib/declare/access-list';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import type { AccessActions, AccessAnswer } from './access-actions';
import { staysPrivate, becomesVisible } from './publication-words';

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
          <What title="Becomes visible" items={becomesVisible(found.counts)} />
          <What title="Stays private" items={staysPrivate(found.counts)} />
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
