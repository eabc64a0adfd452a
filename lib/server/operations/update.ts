import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { updateMany, type Change, type UpdateManyOptions } from './update-many';

export type UpdateOptions = UpdateManyOptions & Pick<Change, 'version'> & { readonly tx?: Executor };

/** Changes a record and answers its JSON text: an update of many that has one. */
export async function updateText(
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  { tx: outer, version, ...options }: UpdateOptions = {},
): Promise<string> {
  const change = { id, input, ...(version === undefined ? {} : { version }) };
  const work = async (tx: Executor): Promise<string> => {
    const result = await updateMany(tx, viewer, model, [change], options);
    const [error] = 'refused' in result ? result.refused.values() : [];
    const [updated] = 'done' in result ? result.done : [];
    if (!updated) throw error ?? new Error('An update came to nothing.');
    return updated.record;
  };
  return outer ? work(outer) : transaction(work);
}

/** The same, parsed. */
export async function updateRecord(
  viewer: Viewer,
  model: Model,
  id: string | number,
  input: unknown,
  options?: UpdateOptions,
): Promise<AnyRecord> {
  return JSON.parse(await updateText(viewer, model, id, input, options)) as AnyRecord; // built from the declaration
}
