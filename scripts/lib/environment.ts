import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFolder, loadEnvFile, root } from './paths.ts';
import type { Env } from '../../lib/server/env.ts';

/** The secret that signs cookies, made once and readable by us only. */
function keepSecret(): string {
  const file = path.join(dataFolder(), 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

// lib/server/env.ts is read here in plain Node.js: without the alias, without leaving out extensions, and where the package
// `server-only` refuses to load.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'server-only') return { url: 'data:text/javascript,', shortCircuit: true };
    if (!specifier.startsWith('@/')) return next(specifier, context);
    return next(pathToFileURL(path.join(root, `${specifier.slice(2)}.ts`)).href, context);
  },
});

/**
 * Completes the environment of this process (and so of what it starts) with what `npm start` provides, and checks all of it.
 * `isBuiltIn` says whether the database is ours to run; then DATABASE_URL is set when it runs.
 * @throws EnvError with one line.
 */
export async function prepareEnvironment(): Promise<{ env: Env; isBuiltIn: boolean }> {
  loadEnvFile();
  const isBuiltIn = !process.env.DATABASE_URL;
  process.env.DATA_DIR = dataFolder();
  process.env.NEXTAUTH_SECRET ||= keepSecret();
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { parseEnv } = await import('../../lib/server/env.ts');
  const env = parseEnv({ ...process.env, ...(isBuiltIn ? { DATABASE_URL: 'postgresql://built-in' } : {}) });
  return { env, isBuiltIn };
}
