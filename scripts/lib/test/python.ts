import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';
import { Stop } from '../progress.mjs';
import { runProgram } from '../run-program.mjs';

/** Where pip puts what the system's Python lacks. */
const packages = path.join(root, '.data/python');

export type Python = { readonly program: string; readonly packages: string };

const isReady = (program: string): Promise<boolean> =>
  runProgram(program, ['-c', 'import requests'], { env: { ...process.env, PYTHONPATH: packages } }).then(
    () => true,
    () => false,
  );

const attempts: ((program: string) => Promise<unknown>)[] = [
  (program) =>
    runProgram(program, ['-m', 'pip', 'install', '--quiet', '--target', packages, 'requests'], { timeout: 300_000 }),
  async () => {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update'], { env });
    await runProgram('apt-get', ['install', '-y', '--no-install-recommends', 'python3', 'python3-requests'], { env });
  },
];

/**
 * A Python with the package `requests`, as the labs' scripts use it: PYTHON, an installed one, else brought by pip or
 * Debian.
 * @throws Stop when there is none and none can be brought.
 */
export async function findPython(): Promise<Python> {
  const given = process.env.PYTHON;
  const programs = given ? [given] : ['python3', '/usr/bin/python3', 'python'];
  const find = async () => {
    for (const program of programs) if (await isReady(program)) return { program, packages };
    return undefined;
  };
  let found = await find();
  for (const attempt of attempts) {
    if (found) break;
    await attempt(programs[0] ?? 'python3').catch((error: unknown) =>
      console.log(error instanceof Error ? error.message.split('\n').at(-1) : error),
    );
    found = await find();
  }
  if (!found)
    throw new Stop(
      'There is no Python 3 with the package requests, and neither pip nor apt-get could bring it. Install it, or set PYTHON.',
    );
  return found;
}
