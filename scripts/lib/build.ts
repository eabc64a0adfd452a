import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { hashFiles } from './hash-files.ts';
import { root } from './paths.ts';
import { step } from './progress.mjs';
import { runProgram } from './run-program.mjs';

const require = createRequire(import.meta.url);
const generated = 'lib/server/db/generated';

async function once(label: string, stampFile: string, stamp: string, work: () => Promise<unknown>): Promise<boolean> {
  const file = path.join(root, stampFile);
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return false;
  await step(label, async () => {
    rmSync(file, { force: true });
    await work();
    writeFileSync(file, stamp);
  });
  return true;
}

/** Generates the Prisma client when the schema has changed. */
export async function generateClient(): Promise<void> {
  const prisma = path.join(path.dirname(require.resolve('prisma/package.json')), 'build/index.js');
  // The command wants a native engine, which generating never runs: any program will do.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await once('Database client', `${generated}/.schema-hash`, hashFiles(['prisma/schema', 'package-lock.json']), () =>
    runProgram(process.execPath, [prisma, 'generate'], { cwd: root, env }),
  );
}

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'types',
  'prisma/schema',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/lib/build.ts',
];
const isNotBuilt = (name: string) => name === generated || /\.i?test\.tsx?$/.test(name) || name.includes('/fixtures/');

/** Builds the production server when its sources have changed, with the client that it needs. */
export async function buildServer(): Promise<boolean> {
  await generateClient();
  const next = require.resolve('next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  return once('Build', '.next/.sources-hash', hashFiles(sources, isNotBuilt), () =>
    runProgram(process.execPath, [next, 'build'], { cwd: root, env: env as NodeJS.ProcessEnv }).then(bundleServer),
  );
}

/** What `serve` runs beside Next: the REST API, which it answers in front of it, and the delivery of webhooks. */
export const bundles = {
  api: path.join(root, '.next/api.mjs'),
  webhooks: path.join(root, '.next/webhooks.mjs'),
};

/** Packages stay outside, so that all share the one in node_modules. */
async function bundleServer(): Promise<void> {
  await build({
    entryPoints: {
      api: path.join(root, 'lib/server/api/front.ts'),
      webhooks: path.join(root, 'lib/server/webhooks/worker.ts'),
    },
    outdir: path.join(root, '.next'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    logLevel: 'silent',
    // This is the server, which is all that the package wants to make sure of.
    alias: { '@': root, 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
  });
}
