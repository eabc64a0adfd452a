import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { getEnv } from '@/lib/server/env';

/** Carries the address at the other end of the connection from our own Node.js server to whoever answers. */
export const peerHeader = 'x-sulcus-peer';

// Whoever reaches the answering code past that server could write the header too, but not sign it.
const signed = (address: string): string =>
  createHmac('sha256', getEnv().NEXTAUTH_SECRET).update(`peer ${address}`).digest('base64url').slice(0, 22);

/** The header's value for an address. */
export const writePeer = (address: string): string => `${address} ${signed(address)}`;

/** The address that our own server has seen, or null. */
export function readPeer(headers: Pick<Headers, 'get'>): string | null {
  const [address, signature = ''] = headers.get(peerHeader)?.split(' ') ?? [];
  if (!address) return null;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signed(address))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? address : null;
}

/** Marks a request with its peer, in place of whatever the client wrote there. */
export function markPeer(incoming: IncomingMessage): void {
  const { remoteAddress } = incoming.socket;
  delete incoming.headers[peerHeader];
  if (remoteAddress) incoming.headers[peerHeader] = writePeer(remoteAddress);
}
