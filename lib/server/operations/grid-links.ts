import 'server-only';
import type { GridUndo } from '@/lib/declare/grid';
import type { AnyRecord } from '@/lib/declare/model';
import { throughOf, type Through } from '@/lib/formats/grid/table';
import type { CellProblem } from '@/lib/formats/tables/report';
import type { GridContext } from './grid-read';
import { removeRecord } from './remove';
import { removeMany } from './remove-many';
import { writeMany } from './write-many';
import { writeEach } from './write-together';

/** What a record's link of the other side should lead to, with what it leads to now. */
export type WantedLinks = {
  readonly row: number;
  readonly column: string;
  readonly id: string;
  readonly ids: readonly string[];
  /** The records between, as the record includes them. */
  readonly between: readonly AnyRecord[];
};

export type LinksWritten = {
  readonly problems: readonly CellProblem[];
  readonly links: GridUndo['links'];
  readonly deletions: readonly string[];
};

/** Makes and deletes the records between others and what they should link: the subjects of sessions. */
export async function writeGridLinks(context: GridContext, wanted: readonly WantedLinks[]): Promise<LinksWritten> {
  const problems: CellProblem[] = [];
  const links: GridUndo['links'][number][] = [];
  const deletions: string[] = [];
  for (const column of new Set(wanted.map((one) => one.column))) {
    const field = context.model.fields[column];
    const through = field ? throughOf(field) : null;
    if (!through) continue;
    const own = wanted.filter((one) => one.column === column);
    deletions.push(...(await removeLinks(context, through, own, problems)));
    const made = await addLinks(context, through, own, problems);
    if (made.length > 0) links.push({ model: through.model.name, made });
  }
  return { problems, links, deletions };
}

async function removeLinks(
  { tx, viewer }: GridContext,
  { model, to }: Through,
  wanted: readonly WantedLinks[],
  problems: CellProblem[],
): Promise<string[]> {
  const gone = wanted.flatMap(({ row, column, ids, between }) =>
    between.filter((one) => !ids.includes(String(one[to]))).map(({ id }) => ({ row, column, id: String(id) })),
  );
  if (gone.length === 0) return [];
  const done = await writeEach(tx, gone, async (some) => {
    const [first] = some;
    // One alone says what stands in its way.
    const { deletion } = await (first && some.length === 1
      ? removeRecord(viewer, model, first.id, { tx })
      : removeMany(
          viewer,
          model,
          some.map(({ id }) => id),
          { tx },
        ));
    return { done: some.map(() => ({ deletion })) };
  });
  const deletions = new Set<string>();
  for (const [place, one] of done.entries()) {
    const { row, column = null } = gone[place] ?? {};
    if (!('error' in one)) deletions.add(one.deletion);
    else if (row !== undefined)
      problems.push({ row, column, code: one.error.code, message: one.error.message, suggestion: null });
  }
  return [...deletions];
}

async function addLinks(
  { tx, viewer }: GridContext,
  { model, by, to }: Through,
  wanted: readonly WantedLinks[],
  problems: CellProblem[],
): Promise<string[]> {
  const added = wanted.flatMap(({ row, column, id, ids, between }) => {
    const before = new Set(between.map((link) => String(link[to])));
    return ids.filter((one) => !before.has(one)).map((one) => ({ row, column, input: { [by]: id, [to]: one } }));
  });
  if (added.length === 0) return [];
  const rows = await writeMany(
    viewer,
    model,
    added.map(({ input }) => input),
    { tx },
  );
  for (const { row, error } of rows) {
    const place = added[row - 1];
    if (error && place)
      problems.push({
        row: place.row,
        column: place.column,
        code: error.code,
        message: error.message,
        suggestion: null,
      });
  }
  return rows.flatMap(({ id, error }) => (id === undefined || error ? [] : [String(id)]));
}
