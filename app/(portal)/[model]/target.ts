import 'server-only';
import { bulkMax, type BulkTarget } from '@/components/bulk/target';
import { parseListState } from '@/components/table/list-state';
import { viewOf } from '@/lib/declare/view';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelAtPath } from '@/lib/models';
import { getEnv } from '@/lib/server/env';
import { listRecords } from '@/lib/server/operations/list';
import type { ListQuery } from '@/lib/server/queries/list';
import type { Viewer } from '@/lib/server/viewer';
import { toListQuery } from './list-query';

/** What a browser sent as a text; anything else counts as none. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(textIn) : []);
/** What a browser sent as an object; anything else counts as an empty one. */
export const valuesIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) // any object has keys; what they hold is checked where it is used
    : {};
/** The version that a browser has read; anything else is one that no record has. */
export const versionIn = (value: unknown): number => (Number.isInteger(value) ? Number(value) : 0);
const wordsMax = 200;
/** The words of a search, as PostgreSQL can hold them. */
export const wordsIn = (value: unknown): string => textIn(value).slice(0, wordsMax).replaceAll('\0', '');

/** The model of a list whose path a browser sent. @throws AppError not_found. */
export function modelAt(path: unknown): Model {
  const model = modelAtPath(textIn(path));
  if (!model) throw new AppError('not_found');
  return model;
}

/** The model at the path of a target. Both come from a browser, so they may be anything. */
export const modelOfTarget = (target: BulkTarget | null | undefined): Model => modelAt(target?.path);

/** Several records at once are only so many. */
export function refuseTooMany(count: number, model: Model): void {
  if (count > bulkMax)
    throw new AppError('invalid', {
      message: `At most ${bulkMax.toLocaleString('en')} ${model.labelPlural.toLowerCase()} at a time: narrow the list first.`,
    });
}

/**
 * The list that a target stands for: of what its address finds, or of the records with its ids (in the order of the address, where
 * both are given). No page of it, all.
 */
export function listOfTarget(model: Model, target: BulkTarget, shown: readonly string[] = []): ListQuery {
  const query = 'query' in target ? textIn(target.query) : '';
  const state = parseListState(Object.fromEntries(new URLSearchParams(query)));
  const list = toListQuery(model, viewOf(model), state, shown, getEnv().LAB_TIME_ZONE);
  const all = { ...list, limit: bulkMax + 1, offset: 0 };
  if (!('ids' in target)) return all;
  const ids = textsIn(target.ids);
  refuseTooMany(ids.length, model);
  return { ...all, filters: [{ path: ['id'], operator: 'in', values: ids }] };
}

/** The ids of the records that a target stands for, of those that the viewer may see. @throws AppError invalid for too many. */
export async function idsOfTarget(viewer: Viewer, target: BulkTarget): Promise<{ model: Model; ids: string[] }> {
  const model = modelOfTarget(target);
  const { records } = await listRecords(viewer, model, listOfTarget(model, target), 'none');
  refuseTooMany(records.length, model);
  return { model, ids: records.map(({ id }) => String(id)) };
}
