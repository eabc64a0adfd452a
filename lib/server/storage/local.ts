import 'server-only';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { isKey, type FileStore } from './store';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Files in the folder `files` below `dataDir`, spread over 256 folders. */
export function localStore(dataDir: string): FileStore {
  const root = path.resolve(dataDir, 'files');
  const fileOf = (key: string) => {
    if (!isKey(key)) throw new Error('This is no key of a file.');
    // The end of a UUID is random where its beginning is the time.
    return path.join(root, key.slice(34, 36), key);
  };
  return {
    async put(key, bytes) {
      const file = fileOf(key);
      // Written beside, then named: a file under its own name is whole, whatever ends the process.
      const part = path.join(root, 'parts', randomUUID());
      await mkdir(path.dirname(file), { recursive: true });
      await mkdir(path.dirname(part), { recursive: true });
      try {
        const handle = await open(part, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(part, file);
      } finally {
        await rm(part, { force: true });
      }
    },
    async get(key, range) {
      const file = fileOf(key);
      try {
        if (!(await stat(file)).isFile()) return null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return Readable.toWeb(createReadStream(file, range)) as ReadableStream<Uint8Array>; // the same class under two names
    },
    delete: (key) => rm(fileOf(key), { force: true }),
    exists: (key) =>
      access(fileOf(key)).then(
        () => true,
        (error: unknown) => {
          if (isMissing(error)) return false;
          throw error;
        },
      ),
  };
}
