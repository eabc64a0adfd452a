import 'server-only';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { checkOut } from '../db/check-out';
import { translateDatabaseError } from '../db/errors';
import { getReadPool } from '../db/pool';
import { compile } from '../db/sql';
import { rowsStatement, type ListQuery } from '../queries/list';
import type { Viewer } from '../viewer';
import { refuseUnlessAsked } from './list';

/** Records that are read from the database at a time. */
const batchSize = 500;
/** How many run at a time on one server: each holds a connection for as long as it lasts. */
export const exportsAtOnceMax = 4;
let running = 0;

/**
 * Every record of a list as JSON text, a batch at a time, as they were when the export began: a cursor of the database holds
 * the place, and nothing the rest. Throws before the first batch what a list would throw; `too_many_requests` while others
 * export.
 */
export async function* exportList(viewer: Viewer, model: Model, list: ListQuery): AsyncGenerator<string[]> {
  refuseUnlessAsked(viewer, model);
  const { text, values } = compile(rowsStatement(viewer, model, list));
  if (running >= exportsAtOnceMax)
    throw new AppError('too_many_requests', {
      message: 'Others are exporting: ask again in a moment.',
      data: { retry_after: 10 },
    });
  running += 1;
  const { client, rollBack, giveBack } = await checkOut(getReadPool()).catch((error: unknown) => {
    running -= 1;
    throw error;
  });
  try {
    await client.query('BEGIN READ ONLY');
    // All of it will be read, so what matters is when the last row comes.
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    await client.query({ text: `DECLARE export NO SCROLL CURSOR FOR ${text}`, values });
    for (;;) {
      const { rows } = await client.query<{ record: string }>(`FETCH ${batchSize} FROM export`);
      if (rows.length > 0) yield rows.map(({ record }) => record);
      if (rows.length < batchSize) return;
    }
  } catch (error) {
    throw translateDatabaseError(error);
  } finally {
    running -= 1;
    await rollBack();
    giveBack();
  }
}
