import 'server-only';
import type { LogContext } from '@/components/log/log-actions';
import { deathOf } from '@/lib/declare/death';
import { isReference, type AnyRecord, type Model } from '@/lib/declare/model';
import { modelNamed, models } from '@/lib/models';
import { getRecord } from '@/lib/server/operations/get';
import type { UserViewer } from '@/lib/server/viewer';
import { asNothing } from '../as-not-found';

const nobody = { of: null, died: null };

/** The animal that a log, or a record with logs, belongs to, as far as the viewer may see it: that of a procedure log is its procedure's. */
export async function whoseLog(
  viewer: UserViewer,
  model: Model,
  record: AnyRecord,
): Promise<Pick<LogContext, 'of' | 'died'>> {
  if (model.name === models.subject.name) return { of: String(record[model.title]), died: deathOf(record) };
  const parent = model.access.by === 'via' ? model.access.field : '';
  const [field, id] = [model.fields[parent], record[parent]];
  if (!field || !isReference(field) || typeof id !== 'string') return nobody;
  const above = modelNamed(field.to);
  const found = await getRecord(viewer, above, id).catch(asNothing);
  return found ? whoseLog(viewer, above, found) : nobody;
}
