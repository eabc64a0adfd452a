import path from 'node:path';
import { startCluster, type Cluster } from '../postgres/cluster.ts';
import { readPostmaster } from '../postgres/postmaster.ts';

const everyMs = 5000;

/** Starts the built-in server of `folder` again when it is gone (killed for want of memory, say). Answers how to stop watching. */
export function keepAlive(folder: string, { where }: Cluster): () => Promise<void> {
  let watching = Promise.resolve();
  const look = async () => {
    if (readPostmaster(path.join(where, 'data'))) return;
    await startCluster(folder);
    console.error('PostgreSQL was gone; it runs again.');
  };
  const timer = setInterval(() => {
    watching = watching.then(look).catch((error: unknown) => console.error(error));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await watching;
  };
}
