import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateClient, buildServer } from '../scripts/lib/build.ts';
import { withClient } from '../scripts/lib/database.ts';
import { prepareEnvironment } from '../scripts/lib/environment.ts';
import { dataFolder } from '../scripts/lib/paths.ts';
import { startCluster, type Cluster } from '../scripts/lib/postgres/cluster.ts';
import { findFreePort } from '../scripts/lib/postgres/place.ts';
import { report, step, Stop } from '../scripts/lib/progress.mjs';
import { killPrograms } from '../scripts/lib/run-program.mjs';
import { killChildren, measure, runOnServer, startServer } from './children.ts';
import { dropDatabase, keepWriting, makeDatabase, reachOf, urlOf } from './database.ts';
import type { Asked, Outcome } from './load.ts';
import { measurePages } from './pages.ts';
import { machine, manyRowsTable, pageTable, tables, writeFigures, type ManyRows, type Measured } from './report.ts';
import { scenarios } from './scenarios.ts';

const usage = `Usage: npm run bench [-- options]
  --sizes 1000,10000     numbers of sessions (1000,10000,100000); a million takes some minutes to make
  --only list,detail     scenarios: list, list-page, list-new, include, words, search, detail, toml, create, bulk, export,
                         rows (a thousand of them in grids, bulk changes and tables), pages
  --seconds 6            how long each is measured
  --connections 16
  --keep                 leave the databases for a look at the plans, or another run
  --reuse                take the databases that a run with --keep has left
  --dry                  leave docs/performance.md as it is`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '1000,10000,100000' },
        only: { type: 'string' },
        seconds: { type: 'string', default: '6' },
        connections: { type: 'string', default: '16' },
        keep: { type: 'boolean', default: false },
        reuse: { type: 'boolean', default: false },
        dry: { type: 'boolean', default: false },
      },
    });
    const number = (text: string) => {
      if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`Expected a number, found “${text}”.`);
      return Number(text);
    };
    const { sizes, only, seconds, connections, keep, reuse, dry } = values;
    return {
      sizes: sizes.split(',').map(number),
      only: only?.split(','),
      seconds: number(seconds),
      connections: number(connections),
      keep,
      reuse,
      dry,
    };
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}

/** Large bodies are few: all of them travel to the process that sends them. */
const requestsOf = (make: (n: number) => Asked): Asked[] =>
  Array.from({ length: (make(0).body?.length ?? 0) > 10_000 ? 50 : 2000 }, (_, n) => make(n));

let cluster: Cluster | null = null;

async function bench(): Promise<void> {
  const options = readOptions();
  const { isBuiltIn } = await prepareEnvironment();
  await generateClient();
  await buildServer();
  if (options.only?.includes('pages') ?? true) await benchPages(options.dry);
  if (options.only?.every((name) => name === 'pages')) return;
  cluster = isBuiltIn ? await step('Database', () => startCluster(path.join(dataFolder(), 'bench'))) : null;
  const serverUrl = cluster?.url('postgres') ?? String(process.env.DATABASE_URL);
  const measured: Measured[] = [];
  const rows: ManyRows[][] = [];
  const postgres = await withClient(
    async (client) => (await client.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version,
    serverUrl,
  );
  for (const size of options.sizes) {
    measured.push(...(await benchSize(serverUrl, size, options)));
    if (options.only?.includes('rows') ?? true) rows.push(await benchRows(urlOf(serverUrl, size)));
    if (!options.keep) await dropDatabase(serverUrl, size);
  }
  await show('rows', rows.length > 0 ? manyRowsTable(options.sizes, rows) : null, options.dry);
  const text = `${machine(postgres ?? '', options.connections)}\n\n${tables(measured)}`;
  await show('figures', measured.length > 0 ? text : null, options.dry);
}

async function show(part: 'figures' | 'rows' | 'pages', text: string | null, isDry: boolean): Promise<void> {
  if (text === null) return;
  console.log(`\n${text}\n`);
  if (!isDry) await writeFigures(part, text);
}

const benchRows = (url: string): Promise<ManyRows[]> =>
  step('1,000 rows at once', () => runOnServer<ManyRows[]>('many-rows.ts', { DATABASE_URL: url }));

/** Before all else, while no other program of ours asks for the processors. */
async function benchPages(isDry: boolean): Promise<void> {
  const costs = await step('Pages', measurePages);
  await show('pages', pageTable(costs), isDry);
}

type Options = ReturnType<typeof readOptions>;

async function benchSize(serverUrl: string, size: number, options: Options): Promise<Measured[]> {
  let url = '';
  await step(`${size.toLocaleString('en')} sessions`, async () => {
    url = options.reuse ? urlOf(serverUrl, size) : await makeDatabase(serverUrl, size);
  });
  const all = scenarios(size, await reachOf(url)).filter(({ name }) => options.only?.includes(name) ?? true);
  const env = { DATABASE_URL: url, NODE_ENV: 'production', HOST: '127.0.0.1' };
  const measured: Measured[] = [];
  for (const scenario of all)
    await step(scenario.label, async () => {
      const stopWriting = scenario.withWrites ? await keepWriting(url) : undefined;
      try {
        const how = {
          ...options,
          connections: scenario.connections ?? options.connections,
          records: scenario.records ?? 1,
        };
        const floor = scenario.floor && (await measureOn('floor.ts', scenario.floor, env, how));
        const ours = await measureOn('serve.ts', scenario.ours, env, how);
        measured.push({ size, name: scenario.name, label: scenario.label, ours, floor });
        return note(ours, floor);
      } finally {
        await stopWriting?.();
      }
    });
  return measured;
}

const note = (ours: Outcome, floor: Outcome | null) =>
  `${Math.round(ours.requestsPerSecond)}/s${floor ? `, floor ${Math.round(floor.requestsPerSecond)}/s` : ''}`;

/** Only one of the two servers runs while it is measured. */
async function measureOn(
  file: string,
  make: (n: number) => Asked,
  env: Readonly<Record<string, string>>,
  options: Options & { readonly records: number },
): Promise<Outcome> {
  const port = await findFreePort();
  const stop = await startServer(file, port, env);
  try {
    const outcome = await measure({
      port,
      requests: requestsOf(make),
      connections: options.connections,
      warmupSeconds: 2,
      seconds: options.seconds,
    });
    if (outcome.failures > 0) throw new Stop(`${outcome.failures} requests failed; the first: ${outcome.firstFailure}`);
    return { ...outcome, requestsPerSecond: outcome.requestsPerSecond * options.records };
  } finally {
    await stop();
  }
}

let isEnding = false;
async function end(exitCode: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  killPrograms();
  killChildren();
  await cluster?.stop();
  process.exit(exitCode);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));
process.on('message', () => void end(130)).on('disconnect', () => void end(130));

try {
  await bench();
  await end(0);
} catch (error) {
  if (!isEnding) await end(report(error));
}
