import path from 'node:path';
import { root } from '../paths.ts';
import { Stop } from '../progress.mjs';
import { runProgram } from '../run-program.mjs';
import { findOrBring, installByApt } from './bring.ts';

/** Where pip puts what the system's Python lacks. */
const packages = path.join(root, '.data/python');

export type Python = { readonly program: string; readonly packages: string };

const isReady = (program: string): Promise<boolean> =>
  runProgram(program, ['-c', 'import requests'], { env: { ...process.env, PYTHONPATH: packages } }).then(
    () => true,
    () => false,
  );

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
  const pip = ['-m', 'pip', 'install', '--quiet', '--target', packages, 'requests'];
  const found = await findOrBring(find, [
    () => runProgram(programs[0] ?? 'python3', pip, { timeout: 300_000 }),
    () => installByApt('python3', 'python3-requests'),
  ]);
  if (!found)
    throw new Stop(
      'There is no Python 3 with the package requests, and neither pip nor apt-get could bring it. Install it, or set PYTHON.',
    );
  return found;
}
