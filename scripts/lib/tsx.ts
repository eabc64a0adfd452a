import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * What Node.js needs to load `@/lib/server`. The condition makes the package `server-only`, which refuses to load in a
 * browser's bundle, load as nothing.
 */
export const serverFlags: readonly string[] = [
  '--disable-warning=ExperimentalWarning',
  '--conditions=react-server',
  '--import',
  loader,
];

/** Arguments for Node.js to run a script of the project that imports `@/lib/server`. */
export const scriptArgs = (script: string, ...args: string[]): string[] => [
  ...serverFlags,
  path.join(root, 'scripts', script),
  ...args,
];

/** Runs a script of the project on the terminal; answers its exit code. It ends with us. */
export async function runScript(script: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, scriptArgs(script, ...args), { stdio: 'inherit', windowsHide: true });
  const end = () => void child.kill();
  process.on('disconnect', end).on('message', end);
  const [code]: unknown[] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
