import { generateClient } from '../build.ts';
import { checkServer, migrate, openBuiltIn } from '../database.ts';
import { prepareEnvironment } from '../environment.ts';
import { report } from '../progress.mjs';
import { killPrograms } from '../run-program.mjs';
import { findRunning } from '../start/lock.ts';
import { runScript } from '../tsx.ts';
import { readCall } from './options.ts';

async function runCommand(): Promise<number> {
  await migrate();
  return runScript('admin.ts', process.argv.slice(2));
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

// The command under way ends by itself; stopping the server is left to the end of `run`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, killPrograms);
process.exit(await run().catch(report));
