import 'server-only';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { AppError, invalid } from '@/lib/errors';
import { audit } from '../audit';
import { transaction } from '../db/sql';
import {
  decideDevice,
  deviceByCode,
  deviceById,
  deviceState,
  insertDevice,
  insertTokenWithin,
  isCodeOpen,
  spendApproval,
  type DeviceRow,
  type DeviceStatus,
} from '../queries/device-authorization';
import { accountViewerRow } from '../queries/invitation-list';
import { limit, limitAddress } from '../rate-limit';
import type { UserViewer } from '../viewer';
import { toViewer } from './bearer';
import { newTokenParts, tokenLifetimeDays } from './tokens';

/** How long a person has to answer, in seconds (CONTRACT section 2). */
export const deviceSeconds = 900;
/** How often a program should ask, in seconds. */
const intervalSeconds = 5;
const nameMax = 80;

/** Letters that no one takes for another or for a digit. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const newCode = (): string =>
  `${Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')}-${String(randomInt(10_000)).padStart(4, '0')}`;

const hashOf = (deviceCode: string): Buffer => createHash('sha256').update(deviceCode).digest();

/** What a program is told when it asks for a token: the wire form. */
export type DeviceStart = {
  readonly session_id: string;
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
};

/**
 * Begins the device authorization flow. `origin` begins the addresses for the person. Throws `too_many_requests`, `invalid`.
 */
export async function startDevice(
  { clientName, address }: { clientName: unknown; address: string | null },
  origin: string,
): Promise<DeviceStart> {
  await limitAddress('device-address', address);
  const id = v7();
  const deviceCode = randomBytes(32).toString('base64url');
  let userCode = newCode();
  while (await isCodeOpen(userCode)) userCode = newCode();
  await insertDevice({
    id,
    deviceHash: hashOf(deviceCode),
    userCode,
    clientName: cleanName(clientName),
    address,
    lifetimeSeconds: deviceSeconds,
  });
  const page = `${origin}/account/authorize/`;
  return {
    session_id: id,
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: page,
    verification_uri_complete: `${page}?session=${id}`,
    expires_in: deviceSeconds,
    interval: intervalSeconds,
  };
}

/** What a program calls itself, as one short line; it is shown to whoever approves. */
function cleanName(given: unknown): string {
  if (given === undefined || given === null || given === '') return 'A program';
  if (typeof given !== 'string') throw invalid('client_name', 'type', 'Expected the name of the program as text.');
  const name = given
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  // By code points: half of a sign is no text.
  return [...name].slice(0, nameMax).join('') || 'A program';
}

/** What a program that asks again is told: the wire form, always with status 200 (CONTRACT section 2). */
export type DeviceAnswer =
  | { readonly status: 'authorization_pending' }
  | { readonly status: 'success'; readonly token: string }
  | { readonly error: 'access_denied' | 'expired_token' | 'already_used' };

/** Hands the token out, once: it is made at this moment and kept nowhere. */
export async function pollDevice(deviceCode: unknown): Promise<DeviceAnswer> {
  if (typeof deviceCode !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(deviceCode)) return { error: 'expired_token' };
  const hash = hashOf(deviceCode);
  return transaction(async (tx): Promise<DeviceAnswer> => {
    const approval = await spendApproval(tx, hash);
    if (approval) {
      const person = await accountViewerRow(approval.user_id, tx);
      if (!person) return { error: 'access_denied' };
      const viewer = toViewer(person, 'cookie', null, 'private');
      const { token, ...parts } = newTokenParts();
      const name = `${approval.client_name}, ${new Date().toISOString().slice(0, 10)}`;
      await insertTokenWithin(tx, { ...parts, userId: person.id, name, lifetimeDays: tokenLifetimeDays });
      const after = JSON.stringify({ token_id: parts.id, name, device: true });
      await audit(tx, viewer, [{ model: 'account', recordId: person.id, action: 'create_token', after }]);
      return { status: 'success', token };
    }
    // Another request may have used it up between the two statements.
    const state = (await deviceState(hash, tx))?.status ?? 'expired';
    if (state === 'pending' || state === 'approved') return { status: 'authorization_pending' };
    const errors = { denied: 'access_denied', used: 'already_used', expired: 'expired_token' } as const;
    return { error: errors[state] };
  });
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const rowOf = async (id: string): Promise<DeviceRow | null> => (isId(id) ? deviceById(id) : null);

/** A program's question as one person sees it. `elsewhere`: somebody else has answered it, and how is their affair. */
export type DeviceQuestion = Omit<DeviceRow, 'status' | 'user_id'> & { readonly status: DeviceStatus | 'elsewhere' };

/** The question that a complete link leads to; null when there is none. */
export async function findDevice(viewer: UserViewer, id: string): Promise<DeviceQuestion | null> {
  const found = await rowOf(id);
  if (!found) return null;
  const { user_id, status, ...question } = found;
  return { ...question, status: user_id === null || user_id === viewer.id ? status : 'elsewhere' };
}

/**
 * The question with a code as somebody has typed it, in any case and with or without its dash: an open one, or one that they have
 * answered. `address` is where they are. Throws `invalid`, `too_many_requests`.
 */
export async function findDeviceByCode(
  viewer: UserViewer,
  { typed, address }: { typed: string; address: string | null },
): Promise<{ id: string }> {
  await limitAddress('device-code-address', address);
  await limit('device-code-user', viewer.id);
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const code = `${plain.slice(0, 4)}-${plain.slice(4)}`;
  const found = /^[A-Z]{4}-\d{4}$/.test(code) ? await deviceByCode(code) : null;
  const isOthers = found !== null && found.user_id !== null && found.user_id !== viewer.id;
  if (!found || isOthers || found.status === 'expired')
    throw invalid('code', 'unknown', 'No program waits with this code: check it, or start again in the program.');
  return { id: found.id };
}

/** Approves or denies, as the person who is signed in. Throws `not_found`, `conflict` when it is decided or over. */
export async function answerDevice(viewer: UserViewer, id: string, isApproved: boolean): Promise<DeviceRow> {
  const known = await rowOf(id);
  if (!known)
    throw new AppError('not_found', { message: 'This request no longer exists: start again in the program.' });
  return transaction(async (tx) => {
    const decided = await decideDevice(tx, id, viewer.id, isApproved ? 'approved' : 'denied');
    if (!decided)
      throw new AppError('conflict', {
        message:
          known.status === 'pending' || known.status === 'expired'
            ? 'This request has expired: start again in the program.'
            : 'This request has been answered already.',
      });
    const after = JSON.stringify({ device: id, client: decided.client_name, address: decided.address });
    const action = isApproved ? ('approve' as const) : ('reject' as const);
    await audit(tx, viewer, [{ model: 'account', recordId: viewer.id, action, after }]);
    return decided;
  });
}
