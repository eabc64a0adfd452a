'use server';

import type { Option } from '@/components/ui/option';
import { models } from '@/lib/models';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { undoImport } from '@/lib/server/operations/undo-import';
import { candidates } from '@/lib/server/rules/candidates';

/** Projects into which the viewer may import. */
export async function findProjects(query: string): Promise<Option[]> {
  const found = await candidates(await requireViewer(), models.session, 'projects', {}, query);
  return found.map(({ id, title }) => ({ value: id, label: title }));
}

/** Strains for new subjects. */
export async function findStrains(query: string): Promise<Option[]> {
  const found = await candidates(await requireViewer(), models.subject, 'strain', {}, query);
  return found.map(({ id, title, hint }) => ({ value: id, label: title, ...(hint ? { description: hint } : {}) }));
}

/** Deletes what an import created, all of it or nothing; answers why not. */
export async function takeBack(ids: readonly string[]): Promise<string | null> {
  const viewer = await requireViewer();
  try {
    await undoImport(viewer, ids.map(String));
    return null;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error.message;
    throw error;
  }
}
