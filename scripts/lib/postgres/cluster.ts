import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.ts';
import { findOwner, type Owner } from './owner.ts';
import { findFreePort, findPlace, readPlace, savePlace, type Place } from './place.ts';
import { clearStaleMark, findServer, stopPostmaster, waitUntilReady } from './postmaster.ts';

/** A running PostgreSQL server of ours. */
export type Cluster = {
  /** Address of one of its databases, password included. */
  url: (database: string) => string;
  /** Where its files are. */
  where: string;
  /** Whether it was running already: from another command, or left over from one that was killed. */
  wasRunning: boolean;
  stop: () => Promise<void>;
};

type Options = {
  /** Survives nothing, but is fast: for tests. */
  isThrowaway?: boolean;
};

/** Sorting and letter classes of UTF-8 wherever the system has them; PostgreSQL's own rules decide the rest. */
function findLocale(): string {
  if (process.platform === 'win32') return 'C';
  try {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      /\r?\n/,
    );
    return (
      known.find((name) => /^C\.utf-?8$/i.test(name)) ?? known.find((name) => /^en_US\.utf-?8$/i.test(name)) ?? 'C'
    );
  } catch {
    // No `locale` program: the C library still has its plain locale.
    return 'C';
  }
}

/** Makes the data folder in one move, so that a killed start leaves no half of one. */
function initialise(data: string, { password }: Place, { initdb }: Binaries, owner: Owner | undefined): void {
  const part = `${data}.part`;
  const passwordFile = `${part}.password`;
  rmSync(part, { recursive: true, force: true });
  const pipe = { ...owner, stdio: 'pipe', encoding: 'utf8' } as const;
  try {
    writeFileSync(passwordFile, password, { mode: 0o644 });
    const locale = [
      '--encoding=UTF8',
      `--locale=${findLocale()}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const rights = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    execFileSync(initdb, [`--pgdata=${part}`, ...rights, ...locale, '--no-sync'], pipe);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(part, data);
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  log_timezone: 'UTC',
  timezone: 'UTC',
};
const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };

async function launch(
  place: Place,
  data: string,
  binaries: Binaries,
  owner: Owner | undefined,
  options: Options,
): Promise<boolean> {
  const log = openSync(path.join(place.where, 'server.log'), 'w');
  const flags = Object.entries({ ...settings, ...(options.isThrowaway ? throwaway : {}) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  let isGone = false;
  // In a group of its own: Ctrl-C is for us, and we stop the server after everything that uses it.
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(place.port), ...flags], {
    ...owner,
    cwd: data,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  server.once('error', () => (isGone = true)).once('exit', () => (isGone = true));
  server.unref();
  closeSync(log);
  return waitUntilReady(data, 60, () => isGone);
}

/** Starts the server whose files are kept in `folder`, or joins it when it runs already. Makes it the first time. */
export async function startCluster(folder: string, options: Options = {}): Promise<Cluster> {
  const owner = findOwner();
  let place = await findPlace(folder, owner);
  const binaries = findBinaries(owner, place.where);
  const data = path.join(place.where, 'data');
  const cluster = (wasRunning: boolean, port: number): Cluster => ({
    url: (database) => `postgresql://postgres:${place.password}@127.0.0.1:${port}/${database}`,
    where: place.where,
    wasRunning,
    stop: () => stopPostmaster(data, binaries.pgCtl),
  });

  if (!existsSync(data)) initialise(data, place, binaries, owner);
  clearStaleMark(data);
  const running = await findServer(data, 30);
  if (running) return cluster(true, running.port);

  // A killed server's children may hold its memory for a moment; a port may have been taken since the last time.
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (await launch(place, data, binaries, owner, options)) return cluster(false, place.port);
    const log = readFileSync(path.join(place.where, 'server.log'), 'utf8');
    if (/could not (bind|create any TCP)/.test(log)) {
      place = { ...place, port: await findFreePort() };
      savePlace(folder, place);
    } else if (/shared memory block/.test(log)) await sleep(1000);
    else break;
  }
  const log = readFileSync(path.join(place.where, 'server.log'), 'utf8').trim().split('\n').slice(-3).join('\n');
  throw new Error(`PostgreSQL does not start (${path.join(place.where, 'server.log')}):\n${log}`);
}

/** Stops the server of a folder, whoever started it, and removes its files: for what a killed test run left. */
export async function removeCluster(folder: string): Promise<void> {
  const place = readPlace(folder);
  if (place) {
    await stopPostmaster(path.join(place.where, 'data'), findBinaries(findOwner(), place.where).pgCtl);
    rmSync(place.where, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
