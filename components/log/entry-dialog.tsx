'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { DraftStatus } from '../form/draft-status';
import { Button } from '../ui/button';
import { useConfirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/skeleton';
import { toast } from '../ui/toast';
import type { EntryDraft } from './entry-draft';
import type { EntryHandle, EntryState } from './entry-form';
import type { EntryAnswer, EntryInput, LogActions, LogContext } from './log-actions';
import { patiently } from '../ui/patiently';

// The schemas of all types are large, so they come once somebody writes an entry.
const EntryForm = lazy(() => patiently(() => import('./entry-form')));

interface EntryDialogProps {
  context: LogContext;
  findPeople: LogActions['findPeople'];
  title: string;
  /** By which the entry is known; null for a new one. */
  time: string | null;
  initial: EntryDraft;
  send: (input: EntryInput) => Promise<EntryAnswer>;
  /** What to say once it is saved. */
  done: string;
  onClose: () => void;
}

const formId = 'entry-form';
const atFirst: EntryState = { isDirty: false, isPending: false, mark: { kind: 'none' } };

/** Writes an entry of a log. What was typed is kept until it is saved or given up. */
export function EntryDialog({ context, findPeople, title, time, initial, send, done, onClose }: EntryDialogProps) {
  const router = useRouter();
  const confirm = useConfirm();
  const [{ isDirty, isPending, mark }, setState] = useState(atFirst);
  const form = useRef<EntryHandle>(null);
  const refresh = useCallback(() => router.refresh(), [router]);

  async function close() {
    const isSure =
      !isDirty ||
      (await confirm({
        title: 'Give up this entry?',
        description: 'What you typed is not saved.',
        confirmLabel: 'Give up',
        cancelLabel: 'Go on writing',
        danger: true,
      }));
    if (!isSure) return;
    form.current?.forget();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : void close())}
      keepOpen={isDirty}
      size="lg"
      title={title}
      description={context.title}
      footer={
        <>
          <DraftStatus mark={mark} isDirty={isDirty} isPending={isPending} />
          <Button onClick={() => void close()}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            Save
          </Button>
        </>
      }
    >
      <Suspense fallback={<Skeleton className="h-64" />}>
        <EntryForm
          id={formId}
          handle={form}
          context={context}
          time={time}
          initial={initial}
          findPeople={findPeople}
          send={send}
          onState={setState}
          onStale={refresh}
          onSaved={() => {
            onClose();
            toast({ tone: 'success', title: done });
            refresh();
          }}
        />
      </Suspense>
    </Dialog>
  );
}
