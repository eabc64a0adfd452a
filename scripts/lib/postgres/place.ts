import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isReachable, type Owner } from './owner.ts';

/** What is remembered of a cluster, in a file that only we can read. */
export type Place = {
  /** The folder that it was made for. */
  folder: string;
  /** Where its files are: there, or where PostgreSQL's user can reach them. */
  where: string;
  port: number;
  password: string;
};

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

/** Whether what is remembered still holds: the project was not copied, and was moved only if its files stayed or came along. */
function isStillRight(known: Place, folder: string): boolean {
  if (known.folder === folder) return existsSync(known.where);
  const isMoved = readPlace(known.folder) === undefined;
  return isMoved && path.resolve(known.where) !== known.folder && existsSync(known.where);
}

/** Where the cluster of `folder` lives; decided once, and then remembered in `folder/place.json`. */
export async function findPlace(name: string, owner: Owner | undefined): Promise<Place> {
  const folder = path.resolve(name);
  mkdirSync(folder, { recursive: true });
  const known = readPlace(folder);
  const place =
    known && isStillRight(known, folder)
      ? { ...known, folder }
      : {
          folder,
          where: isReachable(folder, owner) ? folder : spareFolder(folder),
          port: await findFreePort(),
          // Files that came along when the project was moved or copied keep theirs.
          password: known?.password ?? randomBytes(18).toString('base64url'),
        };
  mkdirSync(place.where, { recursive: true });
  if (owner) chownSync(place.where, owner.uid, owner.gid);
  savePlace(folder, place);
  return place;
}

/** Remembers a place, for instance with another port. */
export function savePlace(folder: string, place: Place): void {
  writeFileSync(fileOf(folder), JSON.stringify(place), { mode: 0o600 });
  chmodSync(fileOf(folder), 0o600);
}
