import 'server-only';
import { describe, problemsByField } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import { bulkRowsMax, writeMany, type BulkRow } from '../operations/write-many';
import { readJson } from './body';
import type { Call } from './handler';
import { once } from './idempotency';
import { jsonText } from './respond';

/** The most that the body of many records may hold, in bytes. */
export const bulkBytesMax = 16 * 1024 * 1024;

/**
 * `POST …/bulk/`: a list of records (or `{records: […]}`); those with an `id` are changed like by PATCH, the others created, all
 * in one transaction. 200 with a report by row, or 400 with what is wrong in which row and nothing written.
 */
export async function bulk(call: Call): Promise<Response> {
  const { request, viewer, model } = call;
  const input = await readJson(request, bulkBytesMax);
  const records = recordsIn(input);
  return once(call, input, async (tx) => {
    const rows = await writeMany(viewer, model, records, tx ? { tx } : {});
    const wrong = rows.filter(({ error }) => error);
    if (wrong.length > 0)
      throw new AppError('invalid', {
        message: `${wrong.length} of ${rows.length} rows can’t be written, so none was; “rows” says why.`,
        data: { rows: wrong.map(reportOf) },
      });
    const counts = Object.fromEntries(
      (['created', 'changed', 'unchanged', 'proposed'] as const).map((status) => [
        status,
        rows.filter((row) => row.status === status).length,
      ]),
    );
    return jsonText(JSON.stringify({ rows: rows.map(reportOf), count: rows.length, ...counts }));
  });
}

function recordsIn(input: unknown): unknown[] {
  const list = typeof input === 'object' && input !== null && 'records' in input ? input.records : input;
  if (!Array.isArray(list))
    throw new AppError('invalid', { message: `Expected a list of records, found ${describe(list)}.` });
  if (list.length === 0 || list.length > bulkRowsMax)
    throw new AppError('invalid', { message: `Expected 1 to ${bulkRowsMax} records, found ${list.length}.` });
  return list;
}

/** Rows are counted from 1. Problems come by field, anything else as `detail`. */
function reportOf({ row, status, id, version, error }: BulkRow): Record<string, unknown> {
  if (!error) return { row, status, id, version };
  const problems = error.problems.length > 0 ? problemsByField(error.problems) : { detail: [error.message] };
  return { row, ...(id === undefined ? {} : { id }), code: error.code, errors: problems };
}
