import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server says of itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

const fileOf = (data: string) => path.join(data, 'postmaster.pid');

const isSameFolder = (a: string, b: string) => existsSync(a) && realpathSync(a) === realpathSync(b);

/** The server that holds a data folder, or undefined. */
export function readPostmaster(data: string): Postmaster | undefined {
  const file = fileOf(data);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  // A folder that was copied from under a running server carries the mark of that one.
  if (lines[1] && !isSameFolder(lines[1], data)) return undefined;
  return pid > 0 && isAlive(pid) ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command of a process; empty when there is none or the system does not tell. */
export function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // No such process, or no `ps`.
    return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : '';
  }
}

/**
 * Removes the mark of a server that is gone. Its number may meanwhile have gone to another program, which PostgreSQL would take
 * for itself, and refuse to start.
 */
export function clearStaleMark(data: string): void {
  const mark = readPostmaster(data);
  if (!mark) rmSync(fileOf(data), { force: true });
  if (!mark || process.platform === 'win32') return;
  const command = commandOf(mark.pid);
  if (command !== '' && !command.includes('postgres')) rmSync(fileOf(data));
}

/** Waits until the server of a data folder takes connections; false when it has not within the time, or `isGone` says so. */
export async function waitUntilReady(data: string, seconds: number, isGone: () => boolean): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(15)) {
    if (readPostmaster(data)?.isReady) return true;
    if (isGone()) return false;
  }
  return false;
}

/** Whether somebody listens on a port of this machine. */
function isAnswered(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}

/**
 * The server that holds a data folder and takes connections, if need be after a while. Undefined when there is none: a
 * server that was just killed may leave its mark and, for a moment, its process.
 */
export async function findServer(data: string, seconds: number): Promise<Postmaster | undefined> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
    const mark = readPostmaster(data);
    if (!mark) return undefined;
    if (mark.isReady && (await isAnswered(mark.port))) return mark;
  }
  return undefined;
}

/** Stops a server: fast (open transactions are rolled back), at once when that takes longer than 20 s. */
export async function stopPostmaster(data: string, pgCtl: string): Promise<void> {
  const mark = readPostmaster(data);
  if (!mark) return;
  if (process.platform === 'win32') {
    execFileSync(pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'], { stdio: 'ignore' });
    return;
  }
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT'];
  for (const signal of signals) {
    process.kill(mark.pid, signal);
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(15)) if (!isAlive(mark.pid)) return;
  }
}
