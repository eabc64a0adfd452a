import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';
import { removeCluster } from '../postgres/cluster.ts';
import { findFreePort } from '../postgres/place.ts';
import { Stop } from '../progress.mjs';

/** The product, started as a person would, in a data folder of its own. */
export type Product = {
  url: string;
  dataDir: string;
  /** Ends it as a person would, and removes its database. */
  stop: () => Promise<void>;
  /** Ends it as a power cut would: nothing is told, nothing is cleaned up. */
  kill: () => Promise<void>;
};

/** Nothing that the person who runs the tests has set may reach the product under test. */
const unset = Object.fromEntries(
  [
    'DATABASE_URL',
    'DATABASE_REPLICA_URL',
    'NEXTAUTH_URL',
    'NEXTAUTH_SECRET',
    'SMTP_URL',
    'OIDC_ISSUER',
    'SIGN_UP',
    'REQUIRE_TWO_FACTOR',
    'TRUST_PROXY',
  ].map((name) => [name, '']),
);

/** @throws Stop with its output when it does not get ready. */
export async function startProduct(
  dataDir: string,
  { keepsData = false, at = '' }: { keepsData?: boolean; /** The address that it had before. */ at?: string } = {},
): Promise<Product> {
  const port = at ? Number(new URL(at).port) : await findFreePort();
  if (!keepsData) {
    // A run that was killed may have left its database running.
    await removeCluster(path.join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true });
  }
  const env = {
    ...process.env,
    ...unset,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: 'localhost',
    LAB_TIME_ZONE: 'Europe/Lisbon',
    // The tests receive webhooks on this machine.
    WEBHOOK_ALLOW_PRIVATE: 'true',
  };
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, path.join(root, 'scripts/lib/start/main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Sulcus is ready')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const stop = async () => {
    if (child.connected) child.send('stop');
    await ended;
    await removeCluster(path.join(dataDir, 'postgres'));
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  if ((await Promise.race([ready, ended])) !== undefined) throw new Stop(`The product did not start:\n${output}`);
  return { url: `http://localhost:${port}`, dataDir, stop, kill };
}
