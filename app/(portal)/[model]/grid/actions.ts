'use server';

import type { GridAnswer, GridRowsAnswer, GridUndoAnswer } from '@/components/grid/grid-actions';
import type { GridUndo, SentRow } from '@/lib/declare/grid';
import { AppError } from '@/lib/errors';
import { gridTableOf } from '@/lib/formats/grid/table';
import { undoGrid } from '@/lib/server/operations/grid-undo';
import { writeGrid } from '@/lib/server/operations/grid-write';
import { answer } from '../answer';
import { modelAt, textsIn } from '../target';
import { loadRows } from './load-rows';
import { parseRows, parseUndo } from './parse-input';

/** The records with these ids as rows, those that the viewer may see. */
export async function loadGridRows(path: string, ids: readonly string[]): Promise<GridRowsAnswer> {
  return answer(async (viewer) => {
    const model = modelAt(path);
    const table = gridTableOf(model);
    if (!table) throw new AppError('not_found');
    return { ok: true as const, rows: await loadRows(viewer, model, table, { path: model.path, ids: textsIn(ids) }) };
  });
}

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
    result: await writeGrid(viewer, modelAt(path), parseRows(rows), { isTrial }),
  }));
}

/** Sets a save back, all of it or nothing. */
export async function undoGridSave(path: string, undo: GridUndo): Promise<GridUndoAnswer> {
  return answer(async (viewer) => {
    const parsed = parseUndo(undo);
    if (!parsed) throw new AppError('not_found');
    await undoGrid(viewer, modelAt(path), parsed);
    return { ok: true as const };
  });
}
