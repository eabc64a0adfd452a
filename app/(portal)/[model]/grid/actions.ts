'use server';

import type { GridAnswer, GridUndoAnswer } from '@/components/grid/grid-actions';
import type { GridUndo, SentRow } from '@/lib/declare/grid';
import { AppError } from '@/lib/errors';
import { undoGrid } from '@/lib/server/operations/grid-undo';
import { writeGrid } from '@/lib/server/operations/grid-write';
import { answer } from '../answer';
import { modelOfTarget } from '../target';
import { parseRows, parseUndo } from './parse-input';

/** Says what saving these rows would run into; nothing is written. */
export async function checkGrid(path: string, rows: readonly SentRow[]): Promise<GridAnswer> {
  return write(path, rows, true);
}

/** Saves the rows, all of them or none. */
export async function saveGrid(path: string, rows: readonly SentRow[]): Promise<GridAnswer> {
  return write(path, rows, false);
}

async function write(path: string, rows: unknown, isTrial: boolean): Promise<GridAnswer> {
  return answer(async (viewer) => ({
    ok: true as const,
    result: await writeGrid(viewer, modelOfTarget({ path, ids: [] }), parseRows(rows), { isTrial }),
  }));
}

/** Sets a save back, all of it or nothing. */
export async function undoGridSave(path: string, undo: GridUndo): Promise<GridUndoAnswer> {
  return answer(async (viewer) => {
    const parsed = parseUndo(undo);
    if (!parsed) throw new AppError('not_found');
    await undoGrid(viewer, modelOfTarget({ path, ids: [] }), parsed);
    return { ok: true as const };
  });
}
