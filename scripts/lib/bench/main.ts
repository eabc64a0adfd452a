import path from 'node:path';
import { buildServer, generateClient } from '../build.ts';
import { prepareEnvironment } from '../environment.ts';
import { root } from '../paths.ts';
import { startCluster } from '../postgres/cluster.ts';
import { report } from '../progress.mjs';
import { killPrograms } from '../run-program.mjs';
import { runScript } from '../tsx.ts';

/** On a server of its own with the settings of the product, never on that of DATABASE_URL. */
async function run(): Promise<number> {
  delete process.env.DATABASE_URL;
  delete process.env.DATABASE_REPLICA_URL;
  await prepareEnvironment();
  await generateClient();
  await buildServer();
  const cluster = await startCluster(path.join(root, '.data/bench/postgres'));
  process.env.DATABASE_URL = cluster.url('postgres');
  try {
    return await runScript('../bench/main.ts', process.argv.slice(2));
  } finally {
    await cluster.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, killPrograms);
process.exit(await run().catch(report));
