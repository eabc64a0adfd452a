'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Callout } from '../ui/callout';
import { toast } from '../ui/toast';
import { GoingList } from './going-list';
import type { RemovalActions, RemovalPlan } from './removal';
import { RemovalDialog } from './removal-dialog';

interface DeleteDialogProps {
  label: string;
  listHref: string;
  actions: RemovalActions;
  onClose: () => void;
}

const noAnswer = 'The server did not answer; nothing was deleted. Try again in a moment.';

/** Shows what a deletion takes along and what stands in its way; then deletes, and offers to undo it. */
export function DeleteDialog({ label, listHref, actions, onClose }: DeleteDialogProps) {
  const router = useRouter();
  const [plan, setPlan] = useState<RemovalPlan | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const what = label.toLowerCase();

  useEffect(() => {
    actions.plan().then(
      (answer) => (answer.ok ? setPlan(answer.plan) : setFailure(answer.message)),
      () => setFailure(noAnswer),
    );
    // Once, when the dialog opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function remove() {
    if (!plan) return;
    setPending(true);
    const answer = await actions.remove(plan.version).catch(() => ({ ok: false as const, message: noAnswer }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.message);
    const { deletion } = answer;
    onClose();
    router.push(listHref);
    router.refresh();
    toast({
      tone: 'success',
      title: `${label} deleted`,
      description: plan.title,
      // The answer names no deletion where there is nothing to bring back.
      ...(deletion ? { action: { label: 'Undo', onClick: () => void undo(deletion) } } : {}),
    });
  }

  async function undo(deletion: string) {
    const answer = await actions
      .restore(deletion)
      .catch(() => ({ ok: false as const, message: 'The server did not answer. Try again in a moment.' }));
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    router.push(answer.href);
    router.refresh();
    toast({ tone: 'success', title: `${label} restored` });
  }

  const isBlocked = (plan?.blockers.length ?? 0) > 0;
  return (
    <RemovalDialog
      title={plan ? `Delete “${plan.title}”?` : `Delete this ${what}?`}
      verb={`Delete ${what}`}
      isPlanned={plan !== null}
      isBlocked={isBlocked}
      pending={pending}
      failure={failure}
      onRemove={() => void remove()}
      onClose={onClose}
    >
      {plan && isBlocked ? (
        <Callout tone="warning" title={`This ${what} is still in use`}>
          <p>Take it out there first, or delete those records.</p>
          <GoingList entries={plan.blockers} />
        </Callout>
      ) : null}
      {plan && !isBlocked ? (
        <>
          {plan.goes.length > 0 ? (
            <div>
              <p>This goes with it:</p>
              <GoingList entries={plan.goes} />
            </div>
          ) : null}
          <p className="text-muted-foreground">
            {actions.isFinal
              ? `This can’t be undone; add the ${what} again if you need it.`
              : 'Nothing is lost for good: you can undo it, now or later under Recently deleted.'}
          </p>
        </>
      ) : null}
    </RemovalDialog>
  );
}
