import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { serverFlags } from '../scripts/lib/tsx.ts';
import type { Load, Outcome } from './load.ts';

const children = new Set<ChildProcess>();

function start(
  file: string,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = ['--disable-warning=ExperimentalWarning'],
): ChildProcess {
  const child = fork(path.join(import.meta.dirname, file), {
    execArgv: [...flags, ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [])],
    env: { ...process.env, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function firstMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T)); // our own children
    child.once('exit', (code) => reject(new Error(`${path.basename(child.spawnfile)} ended with ${code}.`)));
  });
}

/** Starts `serve.ts` or `floor.ts` on a port; answers how to stop it. */
export async function startServer(
  file: string,
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const child = start(file, { ...env, PORT: String(port) });
  await firstMessage(child);
  return () => end(child);
}

/** Asks as many times as it can, from a process of its own. */
export async function measure(load: Load): Promise<Outcome> {
  const child = start('load.ts');
  const outcome = firstMessage<Outcome>(child);
  child.send(load);
  try {
    return await outcome;
  } finally {
    await end(child);
  }
}

/** Runs a file that loads the server's own operations, in a process of its own; answers what it sends. */
export async function runOnServer<T>(file: string, env: Readonly<Record<string, string>>): Promise<T> {
  const child = start(file, env, serverFlags);
  try {
    return await firstMessage<T>(child);
  } finally {
    await end(child);
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (child.connected) child.disconnect();
    setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  });
}

export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL');
}
