import 'server-only';
import { query, queryOne, sql, type Executor } from '../db/sql';

export type DeviceStatus = 'pending' | 'approved' | 'denied' | 'used' | 'expired';

/** A program that asks, as the approving person sees it. */
export type DeviceRow = {
  id: string;
  user_code: string;
  client_name: string;
  address: string | null;
  status: DeviceStatus;
  /** Whoever has decided; null while nobody has. */
  user_id: string | null;
  created_at: Date;
};

// An approval that the program did not come for in time is over too.
const stateNow = sql`CASE WHEN d.status IN ('pending', 'approved') AND d.expires_at <= now() THEN 'expired' ELSE d.status END AS status`;
const columns = sql`d.id::text, d.user_code, d.client_name, d.address, date_trunc('second', d.created_at) AS created_at, d.user_id::text, ${stateNow}`;

export type NewDevice = {
  readonly id: string;
  readonly deviceHash: Buffer;
  readonly userCode: string;
  readonly clientName: string;
  readonly address: string | null;
  readonly lifetimeSeconds: number;
};

/** Writes a program's question. Those that are over for a day are forgotten. */
export async function insertDevice(device: NewDevice): Promise<void> {
  await query(sql`DELETE FROM device_authorization WHERE expires_at < now() - interval '1 day'`);
  await query(
    sql`INSERT INTO device_authorization (id, device_hash, user_code, client_name, address, expires_at)
      VALUES (${device.id}, ${device.deviceHash}, ${device.userCode}, ${device.clientName}, ${device.address}, now() + make_interval(secs => ${device.lifetimeSeconds}))`,
  );
}

/** Whether an open question has this code. */
export const isCodeOpen = async (code: string): Promise<boolean> =>
  (await queryOne(sql`SELECT 1 FROM device_authorization d WHERE d.user_code = ${code} AND d.expires_at > now()`)) !==
  null;

export const deviceById = (id: string): Promise<DeviceRow | null> =>
  queryOne<DeviceRow>(sql`SELECT ${columns} FROM device_authorization d WHERE d.id = ${id}::uuid`);

/** The newest question with a code. */
export const deviceByCode = (code: string): Promise<DeviceRow | null> =>
  queryOne<DeviceRow>(
    sql`SELECT ${columns} FROM device_authorization d WHERE d.user_code = ${code} ORDER BY d.created_at DESC LIMIT 1`,
  );

/** Decides an open question; null when it was decided, or has expired, before. */
export const decideDevice = (
  tx: Executor,
  id: string,
  userId: string,
  status: 'approved' | 'denied',
): Promise<DeviceRow | null> =>
  queryOne<DeviceRow>(
    sql`UPDATE device_authorization d SET status = ${status}, user_id = ${userId}, decided_at = now()
      WHERE d.id = ${id}::uuid AND d.status = 'pending' AND d.expires_at > now() RETURNING ${columns}`,
    tx,
  );

/** The state of a program's question by the hash of its code; null when there is none. */
export const deviceState = (hash: Buffer, on?: Executor): Promise<{ status: DeviceStatus } | null> =>
  queryOne(sql`SELECT ${stateNow} FROM device_authorization d WHERE d.device_hash = ${hash}`, on);

/** Uses an approval up: whoever comes first gets the person and the program's name, all others null. */
export const spendApproval = (tx: Executor, hash: Buffer): Promise<{ user_id: string; client_name: string } | null> =>
  queryOne(
    sql`UPDATE device_authorization d SET status = 'used' WHERE d.device_hash = ${hash} AND d.status = 'approved' AND d.expires_at > now()
      RETURNING d.user_id::text, d.client_name`,
    tx,
  );

export type NewToken = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly hash: Buffer;
  readonly hint: string;
  readonly lifetimeDays: number;
};

/** Writes an access token inside a transaction. */
export async function insertTokenWithin(tx: Executor, token: NewToken): Promise<void> {
  await query(
    sql`INSERT INTO access_token (id, user_id, name, hash, hint, expires_at)
      VALUES (${token.id}, ${token.userId}, ${token.name}, ${token.hash}, ${token.hint}, now() + make_interval(days => ${token.lifetimeDays}))`,
    tx,
  );
}
