import 'server-only';
import type { HistoryFilter, HistoryWrite, PlannedField } from '@/lib/declare/history';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { hasHistory } from '@/lib/models/history';
import { historyEnd, historyPeople, historyRows, type HistoryRow } from '../queries/history';
import { TitleQuestions, linkedModel, type TitlesByModel } from '../queries/titles';
import type { UserViewer, Viewer } from '../viewer';
import { getRecord, rightsOn } from './get';
import type { IsVisible } from './history-diff';
import { planRestore, planUndo } from './history-undo';
import { grouped, writeOf } from './history-writes';
import { updateRecord } from './update';

/** Rows of the audit log on one page; a write with many parts has many. */
const rowsOnPage = 60;
const everything: HistoryFilter = { person: null, model: null, field: null };

export type History = {
  readonly writes: readonly HistoryWrite[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  readonly titles: TitlesByModel;
  readonly people: readonly { readonly number: number; readonly name: string }[];
};

/** A page of the history of a record and its parts, the newest first. Throws `not_found`. */
export async function listHistory(
  viewer: UserViewer,
  model: Model,
  id: string,
  { filter = everything, before = null }: { filter?: HistoryFilter; before?: string | null } = {},
): Promise<History> {
  refuseWithoutHistory(viewer, model);
  if (before !== null && !/^\d{1,18}$/.test(before)) throw new AppError('not_found');
  const [rows, people] = await Promise.all([
    historyRows(viewer, model, id, { filter, before, limit: rowsOnPage + 1 }),
    historyPeople(viewer, model, id),
  ]);
  const hasMore = rows.length > rowsOnPage;
  const groups = grouped(hasMore ? rows.slice(0, rowsOnPage) : rows);
  // A write that goes on below the end of the page is left to the next one, unless it fills the page.
  if (hasMore && groups.length > 1 && sameWrite(groups.at(-1)?.[0], rows.at(-1))) groups.pop();
  const [titles, mayChange] = await Promise.all([titlesIn(viewer, rows), rightsIn(viewer, rows)]);
  return {
    writes: groups.flatMap((group) => {
      const write = writeOf(group, (name, one) => titles[name]?.[one], mayChange);
      return write ? [write] : [];
    }),
    next: hasMore ? (groups.at(-1)?.at(-1)?.id ?? null) : await historyEnd(viewer, model, id, before),
    titles,
    people,
  };
}

const sameWrite = (one: HistoryRow | undefined, other: HistoryRow | undefined): boolean =>
  one !== undefined && other !== undefined && grouped([one, other]).length === 1;

export type UndoMode = 'undo' | 'restore';

export type UndoPlan = {
  readonly fields: readonly PlannedField[];
  readonly current: AnyRecord;
  readonly titles: TitlesByModel;
};

/** What undoing a write, or going back to the version that it made, would change now. Throws `not_found`, `forbidden`. */
export async function undoPlan(
  viewer: UserViewer,
  model: Model,
  id: string,
  entry: string,
  mode: UndoMode,
): Promise<UndoPlan> {
  refuseWithoutHistory(viewer, model);
  const current = await getRecord(viewer, model, id);
  const row = await rowOf(viewer, model, String(current.id), entry);
  const rights = await rightsOn(viewer, model, [current.id]);
  if (!rights.get(String(current.id))?.update)
    throw new AppError('forbidden', {
      message: `Only those who may change this ${model.label.toLowerCase()} undo a change of it.`,
    });
  if (mode === 'undo' && row.before === null) throw new AppError('not_found');
  const titles = await titlesIn(viewer, [row, { ...row, before: current, after: null }]);
  const isVisible = visibleBy(titles);
  const fields =
    mode === 'undo' ? planUndo(model, row, current, isVisible) : planRestore(model, row.after, current, isVisible);
  return { fields, current, titles };
}

/** Sets the chosen fields back as an ordinary new write, based on the version that the person looked at. */
export async function undoChange(
  viewer: UserViewer,
  model: Model,
  id: string,
  entry: string,
  { mode, names, version }: { mode: UndoMode; names: readonly string[]; version: number },
): Promise<AnyRecord> {
  const { fields, current } = await undoPlan(viewer, model, id, entry, mode);
  if (current.version !== version) throw new AppError('stale', { data: { current, version: current.version } });
  const chosen = fields.filter(({ name, state }) => names.includes(name) && (state === 'ready' || state === 'touched'));
  if (chosen.length === 0) throw new AppError('invalid', { message: 'Choose at least one field.' });
  return updateRecord(viewer, model, id, Object.fromEntries(chosen.map(({ name, next }) => [name, next])), { version });
}

/** The change in the history of the record itself; what belongs to it has its own. */
async function rowOf(viewer: Viewer, model: Model, id: string, entry: string): Promise<HistoryRow> {
  if (!/^\d{1,17}$/.test(entry)) throw new AppError('not_found');
  const filter = { ...everything, model: model.name };
  const next = String(BigInt(entry) + 1n);
  const [row] = await historyRows(viewer, model, id, { filter, before: next, limit: 1 });
  if (row?.id !== entry || row.record_id !== id || row.after === null) throw new AppError('not_found');
  return row;
}

function refuseWithoutHistory(viewer: Viewer, model: Model): void {
  if (viewer.portal === 'public' || !hasHistory(model)) throw new AppError('not_found');
}

/** The titles of all that the rows link, as far as the reader may see it. */
async function titlesIn(
  viewer: Viewer,
  rows: readonly Pick<HistoryRow, 'model' | 'record_id' | 'person' | 'action' | 'before' | 'after'>[],
): Promise<TitlesByModel> {
  const questions = new TitleQuestions();
  for (const { model: name, record_id, person, action, before, after } of rows) {
    if (!before && !after) questions.add(name, record_id);
    if (person !== null) questions.add('user', person);
    if (action === 'copy') questions.add('session', after?.from).add('project', after?.project);
    for (const [key, field] of Object.entries(modelNamed(name).fields)) {
      const target = linkedModel(field);
      for (const snapshot of [before, after]) {
        if (target) questions.add(target, snapshot?.[key]);
        else if (field.kind === 'entries') questions.add('user', performers(snapshot?.[key]));
      }
    }
  }
  return questions.answer(viewer);
}

/** Who made the entries of a log. */
const performers = (entries: unknown): unknown[] =>
  Array.isArray(entries) ? entries.map((entry: { performed_by?: unknown } | null) => entry?.performed_by) : [];

const visibleBy =
  (titles: TitlesByModel): IsVisible =>
  (model, id) =>
    titles[model]?.[id] !== undefined;

/** What the viewer may change of the records in the rows: one statement for each model. */
async function rightsIn(viewer: Viewer, rows: readonly HistoryRow[]) {
  const names = [...new Set(rows.map(({ model }) => model))];
  const found = await Promise.all(
    names.map(async (name) => {
      const ids = new Set(rows.flatMap((row) => (row.model === name ? [row.record_id] : [])));
      // Users and groups are changed on pages of their own.
      const model = modelNamed(name);
      return [name, model.number === 'id' ? null : await rightsOn(viewer, model, [...ids])] as const;
    }),
  );
  const byModel = new Map(found);
  return (model: string, id: string): boolean => byModel.get(model)?.get(id)?.update === true;
}
