import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { toViewer } from '../auth/bearer';
import { query, sql, type Executor } from '../db/sql';
import { newId } from '../id';
import type { Going } from '../queries/removal';
import { findListening } from '../queries/webhook';
import { insertDeletionEvents } from '../queries/webhook-event';
import { titleSql } from '../rules';
import { tellable } from './audience';
import { eventOf, isAnnounced } from './events';

/** Notes what webhooks are to be told of a deletion, before it happens: afterwards nobody can be asked what they could read. */
export async function announceDeletion(tx: Executor, going: readonly Going[]): Promise<void> {
  for (const { model, ids } of going) if (isAnnounced(model.name)) await announceRecords(tx, model, ids);
}

async function announceRecords(tx: Executor, model: Model, ids: readonly string[]): Promise<void> {
  const event = eventOf(model.name, 'deleted');
  const told = new Map<string, { name: string; webhookIds: string[] }>();
  for (const { webhook_id, project_id, ...person } of await findListening(tx, event)) {
    const owner = toViewer(person, 'token', null, 'private');
    const rows = await query<{ id: string; name: string }>(
      sql`SELECT t.id::text, ${titleSql(model, 't')} AS name FROM ${sql.table(tableOf(model))} t
        WHERE t.id = ANY(${ids}::uuid[]) AND ${tellable(owner, model, 't', project_id)}`,
      tx,
    );
    for (const { id, name } of rows) {
      const known = told.get(id);
      if (known) known.webhookIds.push(webhook_id);
      else told.set(id, { name, webhookIds: [webhook_id] });
    }
  }
  const events = [...told].map(([recordId, rest]) => ({ id: newId(), event, model: model.name, recordId, ...rest }));
  if (events.length > 0) await insertDeletionEvents(tx, events);
}
