import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateClient } from '../build.ts';
import { checkServer, migrate, openBuiltIn } from '../database.ts';
import { prepareEnvironment } from '../environment.ts';
import { report } from '../progress.mjs';
import { killPrograms } from '../run-program.mjs';
import { findRunning } from '../start/lock.ts';
import { scriptArgs } from '../tsx.ts';
import { readCall } from './options.ts';

/** Runs the command in the project's own environment; answers its exit code. */
async function runCommand(): Promise<number> {
  await migrate();
  const child = spawn(process.execPath, scriptArgs('admin.ts', ...process.argv.slice(2)), {
    stdio: 'inherit',
    windowsHide: true,
  });
  process.once('disconnect', () => child.kill());
  const [code]: unknown[] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

async function run(): Promise<number> {
  readCall(process.argv.slice(2));
  const { isBuiltIn } = await prepareEnvironment();
  await generateClient();
  if (!isBuiltIn) {
    await checkServer();
    return runCommand();
  }
  const cluster = await openBuiltIn();
  try {
    return await runCommand();
  } finally {
    // Whoever was there first, or came meanwhile, goes on using it.
    if (!cluster.wasRunning && !findRunning()) await cluster.stop();
  }
}

// The command under way is told through its own signal; stopping the server is left to the end of `run`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, killPrograms);
process.exit(await run().catch(report));
