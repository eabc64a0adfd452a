import 'server-only';
import type { Model } from '@/lib/declare/model';
import { sql, query, type Executor } from './db/sql';
import { notedInProjects } from './queries/audit-projects';
import { currentRequestId } from './request-id';
import type { Viewer } from './viewer';
import { announceWrites } from './webhooks/announce';

export type AuditEntry = {
  readonly model: string;
  /** The record's UUID. */
  readonly recordId: string;
  readonly action:
    'create' | 'copy' | 'update' | 'delete' | 'restore' | 'propose' | 'approve' | 'reject' | 'import' | 'create_token';
  /** JSON texts of the record, as the viewer sees it. */
  readonly before?: string | null;
  readonly after?: string | null;
  /** A superuser acts without a grant of their own. */
  readonly elevated?: boolean;
};

/** Adds rows to the append-only audit log, and notes what webhooks are told, in the transaction of the write itself. */
export async function audit(tx: Executor, viewer: Viewer, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const userId = viewer.kind === 'user' ? viewer.id : null;
  const tokenId = viewer.kind === 'user' ? viewer.tokenId : null;
  const via = viewer.kind === 'user' ? viewer.via : viewer.kind === 'system' ? `system: ${viewer.reason}` : 'anonymous';
  const written = sql`INSERT INTO audit_log (user_id, via, token_id, request_id, elevated, model, record_id, action, before, after)
      SELECT ${userId}::uuid, ${via}, ${tokenId}::uuid, ${currentRequestId()}::text, * FROM unnest(
        ${entries.map((entry) => entry.elevated ?? false)}::boolean[], ${entries.map((entry) => entry.model)}::text[],
        ${entries.map((entry) => entry.recordId)}::uuid[], ${entries.map((entry) => entry.action)}::text[],
        ${entries.map((entry) => entry.before ?? null)}::jsonb[], ${entries.map((entry) => entry.after ?? null)}::jsonb[])`;
  const noted = notedInProjects(new Set(entries.map(({ model }) => model)));
  await query(noted ? sql`WITH written AS (${written} RETURNING id, model, record_id) ${noted}` : written, tx);
  await announceWrites(tx, entries);
}

/** The row of a change: from the record as it was when it was locked, to the JSON text that it is now. */
export const auditUpdate = (
  tx: Executor,
  viewer: Viewer,
  model: Model,
  locked: { readonly id: string; readonly record: string; readonly ordinary: boolean },
  after: string,
): Promise<void> =>
  audit(tx, viewer, [
    {
      model: model.name,
      recordId: locked.id,
      action: 'update',
      before: locked.record,
      after,
      elevated: !locked.ordinary,
    },
  ]);

/** One change of something that is no model of the registry, told by its states before and after. */
export async function auditStates(
  tx: Executor,
  viewer: Viewer,
  entry: Pick<AuditEntry, 'model' | 'recordId' | 'action'>,
  before: object | null,
  after: object | null,
): Promise<void> {
  const text = (state: object | null) => (state ? JSON.stringify(state) : null);
  await audit(tx, viewer, [{ ...entry, before: text(before), after: text(after) }]);
}
