import 'server-only';
import type { ClientBase } from 'pg';
import { getPool } from '@/lib/server/db/pool';

/** What runs statements: a client inside a transaction, or the pool. */
export type Queryable = Pick<ClientBase, 'query'>;

export type InvitationModel = 'group' | 'project';
export type InvitationKind = 'invitation' | 'request';
export type InvitationStatus = 'pending' | 'accepted' | 'rejected' | 'cancelled';

/** An invitation as the tables hold it, without its secret. */
export type InvitationRow = {
  id: string;
  model: InvitationModel;
  record_id: string;
  /** Somebody asks to join a group, where it is a request. */
  kind: InvitationKind;
  /** Empty where a group is invited. */
  email: string;
  invitee_id: string | null;
  /** The invited group. */
  group_id: string | null;
  /** 1 member … 4 owner */
  level: number;
  message: string;
  status: InvitationStatus;
  invited_by: string;
  inviter_name: string;
  created_at: Date;
  expires_at: Date;
};

const select = `SELECT i.id, i.model, i.record_id, i.kind, i.email, i.invitee_id, i.group_id, i.level, i.message, i.status, i.invited_by,
    coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email) AS inviter_name, i.created_at, i.expires_at
  FROM invitation i JOIN "user" u ON u.id = i.invited_by`;
const open = `i.status = 'pending' AND i.expires_at > now()`;

export type NewInvitation = {
  id: string;
  model: InvitationModel;
  record_id: string;
  kind: InvitationKind;
  email: string;
  group_id: string | null;
  level: number;
  message: string;
  /** Null where nobody needs a link: for groups, and for requests. */
  secret_hash: Buffer | null;
  invited_by: string;
  lifetime_days: number;
};

/** Writes an invitation; an older open one to the same person for the same record is cancelled, so that one link works. */
export async function insertInvitation(
  tx: Queryable,
  invitation: NewInvitation,
): Promise<{ invitee_id: string | null }> {
  const { id, model, record_id, kind, email, group_id, level, message, secret_hash, invited_by, lifetime_days } =
    invitation;
  // Two people may invite the same person at the same time: one after the other, or both invitations would stay open.
  await tx.query({
    text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${model} ${record_id} ${email.toLowerCase()} ${group_id ?? ''}`],
  });
  await tx.query({
    text: `UPDATE invitation SET status = 'cancelled', decided_at = now()
           WHERE model = $1 AND record_id = $2 AND email = $3 AND group_id IS NOT DISTINCT FROM $4::uuid AND kind = $5 AND status = 'pending'`,
    values: [model, record_id, email, group_id, kind],
  });
  const { rows } = await tx.query<{ invitee_id: string | null }>({
    text: `INSERT INTO invitation (id, model, record_id, email, invitee_id, level, message, secret_hash, invited_by, expires_at, kind, group_id)
           VALUES ($1, $2, $3, $4, (SELECT id FROM "user" WHERE email = $4 AND deleted_at IS NULL), $5, $6, $7, $8,
                   now() + make_interval(days => $9), $10, $11)
           RETURNING invitee_id`,
    values: [id, model, record_id, email, level, message, secret_hash, invited_by, lifetime_days, kind, group_id],
  });
  return { invitee_id: rows[0]?.invitee_id ?? null };
}

/** The open invitation with this SHA-256 of its secret, or null. */
export async function findInvitation(secretHash: Buffer): Promise<InvitationRow | null> {
  const { rows } = await getPool().query<InvitationRow>({
    text: `${select} WHERE i.secret_hash = $1 AND ${open}`,
    values: [secretHash],
  });
  return rows[0] ?? null;
}

/** The open invitations of a user, the newest first. */
export async function findInvitationsOfUser(userId: string): Promise<InvitationRow[]> {
  const text = `${select} WHERE i.invitee_id = $1 AND i.kind = 'invitation' AND ${open} ORDER BY i.created_at DESC, i.id DESC`;
  return (await getPool().query<InvitationRow>({ text, values: [userId] })).rows;
}

/** The open invitations into a group or project, the newest first. */
export async function findInvitationsOfRecord(model: InvitationModel, recordId: string): Promise<InvitationRow[]> {
  const text = `${select} WHERE i.model = $1 AND i.record_id = $2 AND i.kind = 'invitation' AND i.group_id IS NULL AND ${open} ORDER BY i.created_at DESC, i.id DESC`;
  return (await getPool().query<InvitationRow>({ text, values: [model, recordId] })).rows;
}

/** One invitation in any state, locked until the transaction ends, or null. */
export async function lockInvitation(tx: Queryable, id: string): Promise<InvitationRow | null> {
  return (
    (await tx.query<InvitationRow>({ text: `${select} WHERE i.id = $1 FOR UPDATE OF i`, values: [id] })).rows[0] ?? null
  );
}

/** Ends an open invitation; false when it was decided, or expired, before. */
export async function decideInvitationRow(
  tx: Queryable,
  id: string,
  status: Exclude<InvitationStatus, 'pending'>,
): Promise<boolean> {
  const text = `UPDATE invitation i SET status = $2, decided_at = now(), secret_hash = NULL WHERE i.id = $1 AND ${open}`;
  return ((await tx.query({ text, values: [id, status] })).rowCount ?? 0) > 0;
}

/** Whether an open invitation waits for an address. */
export async function hasPendingInvitation(email: string): Promise<boolean> {
  const text = `SELECT 1 FROM invitation i WHERE i.email = $1 AND ${open} LIMIT 1`;
  return ((await getPool().query({ text, values: [email] })).rowCount ?? 0) > 0;
}

/** Gives a user every open invitation to their address; they have shown that it is theirs. */
export async function claimInvitations(userId: string): Promise<number> {
  const text = `UPDATE invitation i SET invitee_id = u.id FROM "user" u
                WHERE u.id = $1 AND i.email = u.email AND i.invitee_id IS NULL AND ${open}`;
  return (await getPool().query({ text, values: [userId] })).rowCount ?? 0;
}
