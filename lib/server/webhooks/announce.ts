import 'server-only';
import type { AuditEntry } from '../audit';
import type { Executor } from '../db/sql';
import { newId } from '../id';
import { insertEvents } from '../queries/webhook-event';
import { eventOf, isAnnounced, verbOf } from './events';

/** Notes what webhooks are to be told of writes, in their transaction. One statement, whatever their number. */
export async function announceWrites(tx: Executor, entries: readonly AuditEntry[]): Promise<void> {
  const events = entries.flatMap(({ model, recordId, action }) => {
    const verb = isAnnounced(model) ? verbOf(action) : null;
    return verb ? [{ id: newId(), event: eventOf(model, verb), model, recordId }] : [];
  });
  if (events.length > 0) await insertEvents(tx, events);
}
