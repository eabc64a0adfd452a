import { existsSync } from 'node:fs';
import { runProgram } from '../run-program.mjs';

/**
 * What `find` finds; where it finds nothing, after each attempt to bring it again. What an attempt fails with is told in a
 * line, and the next one has its turn.
 */
export async function findOrBring<T>(
  find: () => Promise<T | undefined>,
  attempts: readonly (() => Promise<unknown>)[],
): Promise<T | undefined> {
  let found = await find();
  for (const attempt of attempts) {
    if (found) break;
    await attempt().catch((error: unknown) =>
      console.log(error instanceof Error ? error.message.split('\n').at(-1) : error),
    );
    found = await find();
  }
  return found;
}

/** Installs packages of Debian where one may; elsewhere it does nothing. */
export async function installByApt(...packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update'], { env });
  await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
}
