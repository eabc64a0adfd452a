import 'server-only';
import type { Deletion, TakenCount } from '@/lib/declare/deletion';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed, storedModels } from '@/lib/models';
import { deletionIds, takenIn, takenMax, type TakenRow } from '../queries/deletions';
import { labelled } from '../rules/candidates';
import type { UserViewer } from '../viewer';

const deletionsOnPage = 25;

export type Deletions = {
  readonly deletions: readonly Deletion[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
};

/** A page of the deletions that the viewer may undo, the newest first; of one model, or of all. Throws `not_found`. */
export async function listDeletions(
  viewer: UserViewer,
  { model = null, before = null }: { model?: Model | null; before?: string | null } = {},
): Promise<Deletions> {
  if (viewer.portal === 'public' || model?.view || (before !== null && !isUuid(before)))
    throw new AppError('not_found');
  const found = await deletionIds(viewer, model ? [model] : storedModels, { before, limit: deletionsOnPage + 1 });
  const shown = found.slice(0, deletionsOnPage);
  const rows = await takenIn(viewer, shown);
  return {
    deletions: shown.flatMap((id) => deletionOf(id, rows) ?? []),
    next: found.length > deletionsOnPage ? (shown.at(-1) ?? null) : null,
  };
}

function deletionOf(id: string, all: readonly TakenRow[]): Deletion | null {
  const rows = storedModels.flatMap(({ name }) => all.filter((row) => row.deletion === id && row.model === name));
  const [first] = rows.filter(({ roots }) => roots > 0);
  // Somebody has brought it back meanwhile.
  if (!first) return null;
  return {
    id,
    at: first.at,
    person: first.person,
    roots: rows.flatMap((row) => {
      if (row.id === null) return [];
      const model = modelNamed(row.model);
      const titles = row.titles.map((title) => labelled(model, title));
      const href = `/${model.path}/${row.id}`;
      return [{ ...counted(model, row.roots), kind: model.label, href, titles, places: row.places }];
    }),
    along: rows.flatMap((row) => (row.along > 0 ? [counted(modelNamed(row.model), row.along)] : [])),
  };
}

const counted = (model: Model, count: number): TakenCount => ({
  label: (count === 1 ? model.label : model.labelPlural).toLowerCase(),
  count: Math.min(count, takenMax),
  isCut: count > takenMax,
});
