import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import type { PartRefusal, PartsChange } from '@/lib/declare/parts';
import { AppError } from '@/lib/errors';
import { session } from '@/lib/models/session';
import { transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { getRecord } from './get';
import { removeRecord } from './remove';
import { bulkRowsMax, writeMany, type BulkRow } from './write-many';

export type PartsSaved =
  { readonly saved: readonly string[] } | { readonly saved: null; readonly refused: readonly PartRefusal[] };

class Refused extends Error {
  constructor(readonly refused: readonly PartRefusal[]) {
    super('Some parts were refused.');
  }
}

/** Saves several parts of one session, all or none, in one transaction with an audit row each. Answers the ids of `write` in order. */
export async function saveParts(
  viewer: Viewer,
  model: Model,
  sessionId: string,
  { write, remove }: PartsChange,
): Promise<PartsSaved> {
  if (model.access.by !== 'via' || model.access.field !== 'session') throw new AppError('not_found');
  if (write.length + remove.length > bulkRowsMax)
    throw new AppError('invalid', { message: `At most ${bulkRowsMax} at a time.` });
  const { id: owner } = await getRecord(viewer, session, sessionId, { exclude: Object.keys(session.fields) });
  try {
    return await transaction(async (tx) => {
      // What goes makes room for the names and acquisitions of what comes.
      await removeAll(tx, viewer, model, remove, write.length);
      const records = write.map((part) => (part.id === undefined ? { ...part, session: owner } : part));
      const rows = records.length > 0 ? await writeMany(viewer, model, records, { tx }) : [];
      const refused = rows.flatMap((row) => (row.error ? [refusal(row.row - 1, idOf(row), row.error)] : []));
      if (refused.length > 0) throw new Refused(refused);
      return { saved: rows.map(({ id }) => String(id)) };
    });
  } catch (error) {
    if (error instanceof Refused) return { saved: null, refused: error.refused };
    throw error;
  }
}

async function removeAll(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  remove: PartsChange['remove'],
  before: number,
): Promise<void> {
  for (const [index, { id, version }] of remove.entries()) {
    try {
      await removeRecord(viewer, model, id, { tx, ...(version === undefined ? {} : { version }) });
    } catch (error) {
      // Somebody else has deleted it: that is what was asked for.
      if (error instanceof AppError && error.code === 'not_found') continue;
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      throw new Refused([refusal(before + index, id, error)]);
    }
  }
}

const idOf = ({ id }: BulkRow) => (id === undefined ? null : String(id));

const refusal = (row: number, id: string | null, { code, message, problems, data }: AppError): PartRefusal => ({
  row,
  id,
  code,
  message,
  problems,
  // Put there by updateText and removeRecord.
  ...(code === 'stale' ? { current: data.current as AnyRecord } : {}),
});
