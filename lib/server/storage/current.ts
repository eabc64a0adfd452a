import 'server-only';
import { getEnv } from '../env';
import { localStore } from './local';
import { s3Store } from './s3';
import type { FileStore } from './store';

let current: { readonly settings: string; readonly store: FileStore } | undefined;

/** The store of this instance: the bucket where one is set, else the folder `files` of DATA_DIR. */
export function getStore(): FileStore {
  const { DATA_DIR, S3_BUCKET, S3_ENDPOINT } = getEnv();
  // Tests go from one to another.
  const settings = JSON.stringify([DATA_DIR, S3_BUCKET, S3_ENDPOINT]);
  if (current?.settings !== settings) current = { settings, store: makeStore() };
  return current.store;
}

function makeStore(): FileStore {
  const env = getEnv();
  if (!env.S3_BUCKET) return localStore(env.DATA_DIR);
  return s3Store({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    isPathStyle: env.S3_PATH_STYLE,
    keyId: env.S3_ACCESS_KEY_ID,
    secret: env.S3_SECRET_ACCESS_KEY,
  });
}
