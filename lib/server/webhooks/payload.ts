import 'server-only';
import { tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { withOrigin } from '../api/absolute';
import { publicOrigin } from '../auth/request-origin';
import { queryOne, sql } from '../db/sql';
import { recordJson } from '../queries/record';
import type { ClaimedDelivery } from '../queries/webhook-delivery';
import type { UserViewer } from '../viewer';
import { tellable } from './audience';
import { eventOf } from './events';

/** The body of a delivery, as its owner may read it now; null when they may not. */
export async function buildBody(delivery: ClaimedDelivery, owner: UserViewer): Promise<string | null> {
  const data = await dataOf(delivery, owner);
  if (data === null) return null;
  const { event_id: id, event, occurred_at, webhook_id: webhook } = delivery;
  const start = JSON.stringify({ id, event, created_at: occurred_at.toISOString(), webhook });
  // The record is passed on as PostgreSQL wrote it.
  return withOrigin(publicOrigin(), `${start.slice(0, -1)},"data":${data}}`);
}

async function dataOf(delivery: ClaimedDelivery, owner: UserViewer): Promise<string | null> {
  const { event, model: name, record_id: id } = delivery;
  // A ping is about no record.
  if (name === null || id === null) return JSON.stringify({ message: 'A test of this webhook.' });
  // Whether they could read it was decided when it was deleted.
  if (event === eventOf(name, 'deleted'))
    return JSON.stringify({ id, name: delivery.name, deleted_at: delivery.occurred_at.toISOString() });
  const model = modelNamed(name);
  const row = await queryOne<{ record: string }>(
    sql`SELECT ${recordJson(owner, model, 't')}::text AS record FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ${id}::uuid AND ${tellable(owner, model, 't', delivery.project_id)}`,
  );
  return row?.record ?? null;
}
