import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { AppError, invalid } from '@/lib/errors';
import { isReviewer, requireAdministrator } from '../access';
import { audit } from '../audit';
import { query, queryOne, sql, transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import { isoInstant } from '../queries/record';
import type { Viewer } from '../viewer';
import { getText } from './get';
import { updateRow } from './write';

const reviewMax = 2000;

export type Proposal = {
  readonly id: string;
  readonly model: string;
  readonly record_id: string;
  readonly action: 'add' | 'change';
  readonly changes: Readonly<Record<string, unknown>>;
  readonly comments: string;
  readonly status: 'pending' | 'accepted' | 'rejected';
  readonly proposed_by: string;
  readonly created_at: string;
};

/** A proposal with the names of people and records, for pages. Instants are ISO texts. */
export type ListedProposal = Proposal & {
  readonly title: string;
  readonly proposer: string;
  /** Who decided, when, and what they said; empty while it waits. */
  readonly reviewer: string;
  readonly decided_at: string | null;
  readonly review: string;
};

type Proposed = { readonly id: string; readonly values: Readonly<Record<string, unknown>> };

/** Keeps changes of a catalogue until a reviewer decides. New records wait in their own table. */
export async function addProposals(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  action: 'add' | 'change',
  rows: readonly Proposed[],
): Promise<void> {
  if (rows.length === 0) return;
  if (viewer.kind !== 'user') throw new AppError('forbidden');
  const proposals = rows.map(({ id, values }) => ({
    id: newId(),
    record: id,
    changes: values,
    comments: typeof values.comments === 'string' ? values.comments : '',
  }));
  await query(
    sql`INSERT INTO proposal (id, model, record_id, action, changes, comments, proposed_by)
      SELECT p.id, ${model.name}, p.record, ${action}, p.changes, p.comments, ${viewer.id}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) AS p(id uuid, record uuid, changes jsonb, comments text)`,
    tx,
  );
  await audit(
    tx,
    viewer,
    rows.map(({ id, values }) => ({
      model: model.name,
      recordId: id,
      action: 'propose' as const,
      after: JSON.stringify(values),
    })),
  );
}

/**
 * Keeps what waits for a reviewer the same as the records that their author corrects meanwhile. It becomes a new proposal:
 * accepting the one that a reviewer has read must not accept what came after.
 */
export async function correctProposals(tx: Executor, model: Model, rows: readonly Proposed[]): Promise<void> {
  const corrected = rows.map(({ id, values }) => ({ id: newId(), record: id, changes: values }));
  await query(
    sql`UPDATE proposal p SET id = c.id, changes = p.changes || c.changes
      FROM jsonb_to_recordset(${JSON.stringify(corrected)}::jsonb) AS c(id uuid, record uuid, changes jsonb)
      WHERE p.model = ${model.name} AND p.record_id = c.record AND p.action = 'add' AND p.status = 'pending'`,
    tx,
  );
}

/** Proposals that wait or were decided: one's own, all of them for reviewers. Newest first. */
export async function listProposals(
  viewer: Viewer,
  { pendingOnly = false, limit = 100 } = {},
): Promise<ListedProposal[]> {
  if (viewer.kind !== 'user') throw new AppError('not_signed_in');
  const mine = isReviewer(viewer) ? sql`true` : sql`p.proposed_by = ${viewer.id}`;
  const status = pendingOnly ? sql`p.status = 'pending'` : sql`true`;
  return query(
    sql`SELECT p.id::text, p.model, p.record_id::text, p.action, p.changes, p.comments, p.status, p.proposed_by::text, ${isoInstant(sql`p.created_at`)} AS created_at,
      coalesce(p.changes->>'name', '') AS title, trim(u.first_name || ' ' || u.last_name) AS proposer,
      coalesce(trim(r.first_name || ' ' || r.last_name), '') AS reviewer, ${isoInstant(sql`p.decided_at`)} AS decided_at, p.review
      FROM proposal p JOIN "user" u ON u.id = p.proposed_by LEFT JOIN "user" r ON r.id = p.reviewed_by WHERE ${mine} AND ${status} ORDER BY p.created_at DESC, p.id LIMIT ${limit}`,
  );
}

/** Accepts or rejects a proposal, with a word about it; only reviewers. Throws `forbidden`, `not_found`, `conflict`, `invalid`. */
export async function decideProposal(
  viewer: Viewer,
  id: string,
  decision: 'accepted' | 'rejected',
  review = '',
  on?: Executor,
): Promise<void> {
  requireAdministrator(viewer);
  if (review.length > reviewMax) throw invalid('review', 'max', `At most ${reviewMax} characters.`);
  const work = async (tx: Executor) => {
    const proposal = await queryOne<Proposal>(
      sql`SELECT id::text, model, record_id::text, action, changes, status FROM proposal WHERE id = ${id}::uuid FOR UPDATE`,
      tx,
    );
    if (!proposal) throw new AppError('not_found');
    if (proposal.status !== 'pending')
      throw new AppError('conflict', { message: `This proposal has been ${proposal.status} already.` });
    const model = modelNamed(proposal.model);
    const isAccepted = decision === 'accepted';
    const before = await getText(viewer, model, proposal.record_id, {}, tx).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
      if (isAccepted)
        throw new AppError('conflict', { message: 'The record has been deleted since: reject the proposal.' });
      return null;
    });
    if (proposal.action === 'add' && before !== null)
      await query(
        sql`UPDATE ${sql.table(model.name)} SET approval = ${isAccepted ? 'approved' : 'rejected'}, updated_at = now(), version = version + 1 WHERE id = ${proposal.record_id}`,
        tx,
      );
    else if (isAccepted) await updateRow(tx, viewer, model, proposal.record_id, proposal.changes);
    await query(
      sql`UPDATE proposal SET status = ${decision}, reviewed_by = ${viewer.kind === 'user' ? viewer.id : null}, decided_at = now(), review = ${review.trim()} WHERE id = ${id}::uuid`,
      tx,
    );
    const after = before === null ? null : await getText(viewer, model, proposal.record_id, {}, tx);
    await audit(tx, viewer, [
      { model: model.name, recordId: proposal.record_id, action: isAccepted ? 'approve' : 'reject', before, after },
    ]);
  };
  await (on ? work(on) : transaction(work));
}

/** The viewer's latest proposal for a record, which the wire answers in place of the record; null when there is none. */
export async function latestProposal(
  viewer: Viewer,
  model: Model,
  recordId: string,
  on?: Executor,
): Promise<string | null> {
  if (viewer.kind !== 'user') return null;
  const found = await queryOne<{ id: string }>(
    sql`SELECT p.id::text FROM proposal p WHERE p.model = ${model.name} AND p.record_id = ${recordId}::uuid AND p.proposed_by = ${viewer.id} AND p.status = 'pending' ORDER BY p.created_at DESC, p.id DESC LIMIT 1`,
    on,
  );
  return found?.id ?? null;
}

/** Fields of a proposal as a person reads them. */
export function proposedFields(
  model: Model,
  changes: Readonly<Record<string, unknown>>,
): { name: string; label: string; value: unknown; isReference: boolean }[] {
  return Object.entries(changes).flatMap(([name, value]) => {
    const field = model.fields[name];
    return field && name !== 'comments' ? [{ name, label: field.label, value, isReference: isReference(field) }] : [];
  });
}
