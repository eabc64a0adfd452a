import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { RemoveAnswer, RestoreAnswer } from '@/components/detail/removal';
import { toast } from '@/components/ui/toast';

/** The server actions that take back a session just created, and bring it again. */
export type TakeBackActions = {
  remove(id: string, version: number): Promise<RemoveAnswer>;
  restore(deletion: string): Promise<RestoreAnswer>;
};

const noAnswer = { ok: false as const, code: 'offline', message: 'The server did not answer. Try again in a moment.' };

/** Undoes a creation: deletes the session, goes to the dashboard, and offers it back. */
export function useTakeBack({ remove, restore }: TakeBackActions): (id: string, version: number) => void {
  const router = useRouter();
  return useCallback(
    (id, version) => {
      async function bringBack(deletion: string) {
        const answer = await restore(deletion).catch(() => noAnswer);
        if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
        router.push(answer.href);
        toast({ tone: 'success', title: 'Session restored' });
      }
      async function takeBack() {
        const answer = await remove(id, version).catch(() => noAnswer);
        if (!answer.ok) return toast({ tone: 'danger', title: 'Not undone', description: answer.message });
        const { deletion } = answer;
        router.push('/dashboard');
        toast({
          title: 'Session taken back',
          action: { label: 'Restore', onClick: () => void bringBack(deletion) },
        });
      }
      void takeBack();
    },
    [router, remove, restore],
  );
}
