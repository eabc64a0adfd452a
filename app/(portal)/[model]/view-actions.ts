'use server';

import type { ViewAnswer, ViewInput } from '@/components/table/view-types';
import { changeView, createView, removeView, restoreView, setDefaultView } from '@/lib/server/operations/saved-views';
import type { UserViewer } from '@/lib/server/viewer';
import { answer } from './answer';
import { modelAt, textIn } from './target';

/** Keeps what a list shows as a view. */
export async function createSavedView(path: string, input: ViewInput, isDefault: boolean) {
  return answer(async (viewer) => {
    const model = modelAt(path);
    const id = await createView(viewer, model, input);
    if (isDefault) await setDefaultView(viewer, model, id);
    return { ok: true as const, id };
  });
}

const done = (work: (viewer: UserViewer) => Promise<void>): Promise<ViewAnswer> =>
  answer(async (viewer) => {
    await work(viewer);
    return { ok: true as const };
  });

/** Renames a view, shares it, or sets it to what is shown. */
export async function changeSavedView(id: string, change: Partial<ViewInput>): Promise<ViewAnswer> {
  return done((viewer) => changeView(viewer, textIn(id), change));
}

export async function removeSavedView(id: string): Promise<ViewAnswer> {
  return done((viewer) => removeView(viewer, textIn(id)));
}

/** Undoes the deletion of a view. */
export async function restoreSavedView(id: string): Promise<ViewAnswer> {
  return done((viewer) => restoreView(viewer, textIn(id)));
}

/** Opens a list with a view from now on; null with everything. */
export async function setDefaultSavedView(path: string, id: string | null): Promise<ViewAnswer> {
  return done((viewer) => setDefaultView(viewer, modelAt(path), id === null ? null : textIn(id)));
}
