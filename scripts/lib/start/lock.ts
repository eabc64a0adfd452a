import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../paths.ts';
import { commandOf, isAlive } from '../postgres/postmaster.ts';

type Running = { pid: number; url: string };
const fileOf = () => path.join(dataFolder(), 'running.json');

/** The `npm start` that runs with this data folder, or undefined. A killed one is not taken for it. */
export function findRunning(): Running | undefined {
  if (!existsSync(fileOf())) return undefined;
  const running: Running = JSON.parse(readFileSync(fileOf(), 'utf8'));
  if (running.pid === process.pid || !isAlive(running.pid)) return undefined;
  const command = commandOf(running.pid);
  return command === '' || command.includes('start') ? running : undefined;
}

/** Notes that this process serves at `url`. */
export function markRunning(url: string): void {
  mkdirSync(dataFolder(), { recursive: true });
  writeFileSync(fileOf(), JSON.stringify({ pid: process.pid, url } satisfies Running));
}

export const unmarkRunning = (): void => rmSync(fileOf(), { force: true });
