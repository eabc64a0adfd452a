import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';
import type { Unsaved } from './epochs/use-epoch-edits';

type Settings = {
  view: ModelView;
  actions: EditorActions;
  unsaved: Unsaved | undefined;
  onRemoved: () => void;
};

/** Deletes parts, with undo. A part is going from the click on, until the answer is that it stays. */
export function usePartRemoval({ view, actions, unsaved, onRemoved }: Settings) {
  const router = useRouter();
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());

  async function remove(record: AnyRecord) {
    const id = String(record.id);
    if (unsaved?.isNew(id)) return unsaved.forget(id);
    setGoing((before) => new Set(before).add(id));
    const answer = await actions
      .remove(view.path, id, record.version)
      .catch(() => ({ ok: false as const, message: 'The server did not answer; nothing was deleted.' }));
    if (answer.ok) {
      const { deletion } = answer;
      unsaved?.forget(id);
      toast({
        tone: 'success',
        title: `${view.label} deleted`,
        action: { label: 'Undo', onClick: () => void restore(deletion) },
      });
      onRemoved();
    } else toast({ tone: 'danger', title: 'Not deleted', description: answer.message });
    setGoing((before) => new Set([...before].filter((one) => one !== id || answer.ok)));
    router.refresh();
  }

  async function restore(deletion: string) {
    const answer = await actions
      .restore(deletion)
      .catch(() => ({ ok: false as const, message: 'The server did not answer. Try again in a moment.' }));
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    setGoing(new Set());
    toast({ tone: 'success', title: `${view.label} restored` });
    router.refresh();
  }

  return { isGoing: (record: AnyRecord) => going.has(String(record.id)), remove };
}
