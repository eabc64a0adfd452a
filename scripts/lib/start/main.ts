import { buildServer, generateClient } from '../build.ts';
import { builtInFolder, checkServer, migrate, openBuiltIn } from '../database.ts';
import { prepareEnvironment } from '../environment.ts';
import { report, step, Stop } from '../progress.mjs';
import { killPrograms } from '../run-program.mjs';
import { makeFirstAdministrator } from './administrator.ts';
import { keepAlive } from './keep-alive.ts';
import { findRunning, markRunning, unmarkRunning } from './lock.ts';
import { readOptions } from './options.ts';
import { seed } from './seed.ts';
import { checkPort, serve } from './serve.ts';
import { welcome } from './welcome.ts';

const stopping = new AbortController();
/** What to undo when stopping, the last first. */
const undo: (() => unknown)[] = [];
let isStopping = false;

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  stopping.abort();
  killPrograms();
  for (const work of undo.reverse()) await Promise.resolve(work()).catch((error: unknown) => console.error(error));
  process.exit(exitCode);
}

async function run(): Promise<void> {
  const { empty = false, prepare = false } = readOptions();
  if (prepare) {
    await generateClient();
    await buildServer();
    return stop(0);
  }
  const { env, isBuiltIn } = await prepareEnvironment();
  const running = isBuiltIn ? findRunning() : undefined;
  if (running) throw new Stop(`Sulcus runs from this folder already: ${running.url} (process ${running.pid}).`);
  await checkPort(env.PORT, env.HOST);
  const url = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
  if (isBuiltIn) {
    undo.push(unmarkRunning);
    markRunning(url);
  }

  await step('Database', isBuiltIn ? openAndKeep : checkServer);
  await generateClient();
  await migrate();
  await seed(empty);
  await buildServer();
  if (empty) await makeFirstAdministrator(stopping.signal);

  Object.assign(process.env, { NODE_ENV: 'production' });
  await step('Server', async () => {
    undo.push(await serve(env.PORT, env.HOST));
  });
  await welcome(url, env.HOST);
}

async function openAndKeep(): Promise<string> {
  const cluster = await openBuiltIn();
  undo.push(() => cluster.stop());
  undo.push(keepAlive(builtInFolder(), cluster));
  const isElsewhere = cluster.where !== builtInFolder();
  return isElsewhere
    ? `in ${cluster.where}, because PostgreSQL cannot run as root`
    : cluster.wasRunning
      ? 'was running'
      : '';
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('message', (message) => void (message === 'stop' && stop(0)));
// The process that started us is gone, even if it was killed: so are we, and the database with us.
process.on('disconnect', () => void stop(0));

try {
  await run();
} catch (error) {
  if (!stopping.signal.aborted) await stop(report(error));
}
