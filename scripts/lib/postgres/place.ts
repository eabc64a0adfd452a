import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isReachable, type Owner } from './owner.ts';

/** What is remembered of a cluster, in a file that only we can read. */
export type Place = { where: string; port: number; password: string };

/** A port of this machine that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** A folder that PostgreSQL's user can reach although the project is below one that it cannot, such as /root. */
function spareFolder(folder: string): string {
  const name = `sulcus-${createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12)}`;
  return path.join(existsSync('/var/lib') ? '/var/lib' : os.tmpdir(), name);
}

const fileOf = (folder: string) => path.join(folder, 'place.json');

/** What is remembered of the cluster of `folder`, or undefined. */
export function readPlace(folder: string): Place | undefined {
  return existsSync(fileOf(folder)) ? JSON.parse(readFileSync(fileOf(folder), 'utf8')) : undefined;
}

/** Where the cluster of `folder` lives; decided once, and then remembered in `folder/place.json`. */
export async function findPlace(folder: string, owner: Owner | undefined): Promise<Place> {
  mkdirSync(folder, { recursive: true });
  const known = readPlace(folder);
  const where = isReachable(folder, owner) ? path.resolve(folder) : spareFolder(folder);
  // A project that was moved or copied must not touch the cluster of another.
  if (known && path.resolve(known.where) === where) return known;
  const place = { where, port: await findFreePort(), password: randomBytes(18).toString('base64url') };
  if (existsSync(path.join(where, 'data/PG_VERSION')) && known) place.password = known.password;
  mkdirSync(where, { recursive: true });
  if (owner) chownSync(where, owner.uid, owner.gid);
  savePlace(folder, place);
  return place;
}

/** Remembers a place, for instance with another port. */
export function savePlace(folder: string, place: Place): void {
  writeFileSync(fileOf(folder), JSON.stringify(place), { mode: 0o600 });
  chmodSync(fileOf(folder), 0o600);
}
