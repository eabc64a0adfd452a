import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ManyChange, ManyChangeChoices, WrittenRecords } from '@/lib/declare/many-changes';
import { toast } from '../ui/toast';
import type { ManyChangeActions, ShownPlan } from './changes';
import { counted } from './nouns';
import type { BulkTarget } from './target';

const noAnswer = { ok: false as const, code: 'offline', message: 'The server did not answer. Try again in a moment.' };

/** The steps of a change of several records: what can be changed, a look at what it would do, the change, and its undo. */
export function useManyChange(target: BulkTarget, actions: ManyChangeActions, onDone: () => void) {
  const router = useRouter();
  const [choices, setChoices] = useState<(ManyChangeChoices & { readonly zone: string }) | null>(null);
  const [shown, setShown] = useState<(ShownPlan & { readonly change: ManyChange }) | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    actions
      .choices(target.path)
      .catch(() => noAnswer)
      .then((answer) =>
        answer.ok ? setChoices({ ...answer.choices, zone: answer.zone }) : setFailure(answer.message),
      );
    // Once, when the dialog opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function look(change: ManyChange, of: BulkTarget = target) {
    setPending(true);
    setFailure(null);
    const answer = await actions.plan(of, change).catch(() => noAnswer);
    setPending(false);
    if (!answer.ok) return setFailure(answer.message);
    // What is confirmed is what was looked at, whatever is typed meanwhile.
    setShown({ ...answer, change });
  }

  async function apply() {
    if (!shown) return;
    const { change, plan } = shown;
    const { ids, seal, parts } = plan;
    setPending(true);
    setFailure(null);
    const answer = await actions.apply(target.path, ids, change, seal).catch(() => noAnswer);
    setPending(false);
    if (!answer.ok) {
      // What was looked at is no longer so: the same records again, as they are now.
      if (answer.code === 'stale') await look(change, { path: target.path, ids });
      return setFailure(answer.message);
    }
    onDone();
    router.refresh();
    for (const { changed, proposed, nouns } of parts.slice(0, 1)) {
      if (proposed > 0)
        toast({
          tone: 'success',
          title: `Proposed for ${counted(proposed, nouns)}`,
          description: 'A reviewer decides.',
        });
      if (changed > 0)
        toast({
          tone: 'success',
          title: `${counted(changed, nouns)} changed`,
          action: { label: 'Undo', onClick: () => void undo(answer.written) },
        });
    }
  }

  async function undo(written: readonly WrittenRecords[]) {
    const answer = await actions.undo(written).catch(() => noAnswer);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not undone', description: answer.message });
    router.refresh();
    toast({ tone: 'success', title: 'Change undone' });
  }

  return { choices, shown, failure, pending, look, apply, back: () => setShown(null) };
}
