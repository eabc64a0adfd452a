'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { GoingList } from '../detail/going-list';
import { RemovalDialog } from '../detail/removal-dialog';
import { Callout } from '../ui/callout';
import { toast } from '../ui/toast';
import type { RemovalOfManyActions, RemovalPlanOfMany } from './actions';
import { counted, listed, nounFor, type Nouns } from './nouns';
import type { BulkTarget } from './target';

interface DeleteManyDialogProps {
  target: BulkTarget;
  nouns: Nouns;
  actions: RemovalOfManyActions;
  onDone: () => void;
  onClose: () => void;
}

const noAnswer = 'The server did not answer; nothing was deleted. Try again in a moment.';

/** Shows what deleting the chosen records takes along, what stays and why; then deletes, and offers to undo all of it. */
export function DeleteManyDialog({ target, nouns, actions, onDone, onClose }: DeleteManyDialogProps) {
  const router = useRouter();
  const [plan, setPlan] = useState<RemovalPlanOfMany | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    actions.plan(target).then(
      (answer) => (answer.ok ? setPlan(answer.plan) : setFailure(answer.message)),
      () => setFailure(noAnswer),
    );
    // Once, when the dialog opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function remove() {
    if (!plan) return;
    setPending(true);
    const answer = await actions.remove(target.path, plan.ids).catch(() => ({ ok: false as const, message: noAnswer }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.message);
    const { deletion } = answer;
    onClose();
    onDone();
    router.refresh();
    toast({
      tone: 'success',
      title: `${counted(plan.ids.length, nouns)} deleted`,
      action: { label: 'Undo', onClick: () => void undo(deletion, plan.ids.length) },
    });
  }

  async function undo(deletion: string, count: number) {
    const answer = await actions
      .restore(deletion)
      .catch(() => ({ ok: false as const, message: 'The server did not answer. Try again in a moment.' }));
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    router.refresh();
    toast({ tone: 'success', title: `${counted(count, nouns)} restored` });
  }

  const isPossible = plan !== null && plan.ids.length > 0 && plan.blockers.length === 0;
  return (
    <RemovalDialog
      title={plan ? `Delete ${counted(plan.ids.length, nouns)}?` : `Delete these ${nouns.many}?`}
      verb={`Delete ${nounFor(plan?.ids.length ?? 0, nouns)}`}
      isPlanned={plan !== null}
      isBlocked={plan !== null && !isPossible}
      pending={pending}
      failure={failure}
      onRemove={() => void remove()}
      onClose={onClose}
    >
      {plan ? <PlanOfMany plan={plan} nouns={nouns} /> : null}
    </RemovalDialog>
  );
}

function PlanOfMany({ plan, nouns }: { plan: RemovalPlanOfMany; nouns: Nouns }) {
  const { ids, titles, staying, goes, blockers } = plan;
  return (
    <>
      {ids.length > 0 ? <p className="text-muted-foreground">{listed(titles, ids.length)}</p> : null}
      {staying.count > 0 ? (
        <Callout tone="warning" title={`${counted(staying.count, nouns)} you may not delete`}>
          {staying.count === 1 ? 'It stays' : 'They stay'}: {listed(staying.titles, staying.count)}
        </Callout>
      ) : null}
      {blockers.length > 0 ? (
        <Callout tone="warning" title="Still in use">
          <p>Take them out there first, or delete those records.</p>
          <GoingList entries={blockers} />
        </Callout>
      ) : null}
      {blockers.length === 0 && goes.length > 0 ? (
        <div>
          <p>This goes with {ids.length === 1 ? 'it' : 'them'}:</p>
          <GoingList entries={goes} />
        </div>
      ) : null}
      {blockers.length === 0 && ids.length > 0 ? (
        <p className="text-muted-foreground">
          Nothing is lost for good: you can undo it, now or later under Recently deleted.
        </p>
      ) : null}
    </>
  );
}
