'use client';

import { useRouter } from 'next/navigation';
import type { GridResult, GridUndo } from '@/lib/declare/grid';
import type { ModelView } from '@/lib/declare/view';
import { listHref, parseListState } from '../table/list-state';
import { toast } from '../ui/toast';
import { gridOffline, type GridActions } from './grid-actions';

type Saved = NonNullable<GridResult['saved']>;

const undoMilliseconds = 60_000;

/** What follows on a save: the list, of what is new where something is, with word of what was saved and a way back. */
export function useSavedGrid({ label, labelPlural }: ModelView, undo: GridActions['undo'], href: string) {
  const router = useRouter();
  const counted = (count: number) => `${count} ${(count === 1 ? label : labelPlural).toLowerCase()}`;

  async function takeBack(saved: GridUndo, what: string) {
    const answer = await undo(saved).catch(() => gridOffline);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not undone', description: answer.message });
    router.refresh();
    toast({ tone: 'success', title: `Undone: ${what}` });
  }

  return (saved: Saved) => {
    const parts = [
      saved.created > 0 ? `${counted(saved.created)} created` : '',
      saved.changed > 0 ? `${counted(saved.changed)} changed` : '',
      saved.proposed > 0 ? `${counted(saved.proposed)} sent to the reviewers` : '',
    ].filter(Boolean);
    const what = parts.join(', ');
    const way = saved.undo;
    toast({
      tone: 'success',
      title: what || 'Nothing differed from what was saved',
      ...(saved.proposed > 0 ? { description: 'They take effect once they are approved.' } : {}),
      ...(way && what
        ? { action: { label: 'Undo', onClick: () => void takeBack(way, what) }, durationMilliseconds: undoMilliseconds }
        : {}),
    });
    router.push(savedHref(href, saved));
    router.refresh();
  };
}

/** The list of the records that a save has made; the whole one where it has made none. */
export const savedHref = (href: string, { createdAt }: Pick<Saved, 'createdAt'>): string =>
  createdAt === null ? href : listHref(href, { ...parseListState({}), filters: { created_at: createdAt } });
