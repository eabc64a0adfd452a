import 'server-only';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import type { Viewer } from '../viewer';
import { getText } from './get';
import { refuseUnlessAsked } from './list';

/**
 * Does one of the actions that a model declares, and answers the record as it is afterwards (as it was, where it is gone
 * by then) as JSON text. What the viewer may not read is `not_found`.
 */
export async function actText(
  viewer: Viewer,
  model: Model,
  id: string | number,
  name: string,
  input: unknown,
  options: { readonly version?: number } = {},
): Promise<string> {
  refuseUnlessAsked(viewer, model);
  const action = hooksOf(model).actions?.[name];
  if (!action || !Object.hasOwn(model.actions ?? {}, name)) throw new AppError('not_found');
  const later: (() => Promise<void>)[] = [];
  const record = await transaction(async (tx) => {
    later.length = 0;
    const before = await getText(viewer, model, id, {}, tx);
    await action({ tx, viewer, model, id, input, ...options, afterCommit: (work) => later.push(work) });
    return textAfter(viewer, model, id, before, tx);
  }).catch((error: unknown) => {
    // That something has been decided already is a 400 here (CONTRACT section 9).
    if (error instanceof AppError && error.code === 'conflict')
      throw new AppError('invalid', { message: error.message, cause: error });
    throw error;
  });
  for (const work of later)
    await work().catch((error: unknown) => console.error(`After ${model.name}/${name}:`, error));
  return record;
}

async function textAfter(viewer: Viewer, model: Model, id: string | number, before: string, tx: Executor) {
  try {
    return await getText(viewer, model, id, {}, tx);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return before;
    throw error;
  }
}
