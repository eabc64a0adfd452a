'use server';

import type { Option } from '@/components/ui/option';
import { models } from '@/lib/models';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { undoImport } from '@/lib/server/operations/undo-import';
import { candidates } from '@/lib/server/rules/candidates';
import { offered } from '../[model]/answer';
import { textsIn, wordsIn } from '../[model]/target';

/** Projects into which the viewer may import. */
export async function findProjects(query: string): Promise<Option[]> {
  return offered(async (viewer) => {
    const found = await candidates(viewer, models.session, 'projects', {}, wordsIn(query));
    return found.map(({ id, title }) => ({ value: id, label: title }));
  });
}

/** Strains for new subjects. */
export async function findStrains(query: string): Promise<Option[]> {
  return offered(async (viewer) => {
    const found = await candidates(viewer, models.subject, 'strain', {}, wordsIn(query));
    return found.map(({ id, title, hint }) => ({ value: id, label: title, ...(hint ? { description: hint } : {}) }));
  });
}

/** Deletes what an import created, all of it or nothing; answers why not. */
export async function takeBack(ids: readonly string[]): Promise<string | null> {
  const viewer = await requireViewer();
  try {
    await undoImport(viewer, textsIn(ids));
    return null;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error.message;
    throw error;
  }
}
