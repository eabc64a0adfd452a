import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** The user that PostgreSQL runs as, where that cannot be ourselves. */
export type Owner = { uid: number; gid: number };

const idOf = (flag: '-u' | '-g', user: string) =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function findUser(user: string): Owner | undefined {
  try {
    return { uid: idOf('-u', user), gid: idOf('-g', user) };
  } catch {
    // `id` fails for a user that does not exist, which is an answer here.
    return undefined;
  }
}

function makeUser(user: string): Owner | undefined {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', user], { stdio: 'ignore' });
  } catch {
    // Without useradd the caller falls back to a user that every system has.
  }
  return findUser(user);
}

/** PostgreSQL refuses to run as root: then it runs as the user postgres, made if need be, else nobody. */
export function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = findUser('postgres') ?? makeUser('postgres') ?? findUser('nobody');
  if (!owner)
    throw new Error('PostgreSQL cannot run as root, and there is no user postgres. Make one, or set DATABASE_URL.');
  return owner;
}

/** Whether someone else than root can get into a folder: each folder above it must let others pass. */
export function isReachable(folder: string, owner: Owner | undefined): boolean {
  if (!owner) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false });
    const bit = !stat ? 0o1 : stat.uid === owner.uid ? 0o100 : stat.gid === owner.gid ? 0o10 : 0o1;
    if (stat && !(stat.mode & bit)) return false;
    if (at === path.dirname(at)) return true;
  }
}
