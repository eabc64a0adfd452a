/** The commands of `npm run admin`, on the database of DATABASE_URL. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { AppError } from '@/lib/errors';
import { createUser } from '@/lib/server/auth/accounts';
import { createToken } from '@/lib/server/auth/tokens';
import { resetTwoFactor } from '@/lib/server/auth/two-factor';
import { backupText } from '@/lib/server/db/backup';
import { closePools, getPool } from '@/lib/server/db/pool';
import { restoreBackup } from '@/lib/server/db/restore';
import { readCall, type Call } from './lib/admin/options.ts';
import { report, Stop } from './lib/progress.mjs';

async function withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await getPool().connect();
  try {
    // A whole table may take longer than a request.
    await client.query('SET statement_timeout = 0');
    return await work(client);
  } finally {
    client.release();
  }
}

async function backup(file: string): Promise<string> {
  if (existsSync(file)) throw new Stop(`${file} exists already.`);
  const part = `${file}.part`;
  try {
    await withConnection((client) =>
      pipeline(Readable.from(backupText(client)), createGzip(), createWriteStream(part, { mode: 0o600 })),
    );
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  return `The backup is in ${file}.`;
}

async function restore(file: string, isForced: boolean): Promise<string> {
  if (!existsSync(file)) throw new Stop(`There is no file ${file}.`);
  let count = 0;
  await withConnection((client) =>
    pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      count = await restoreBackup(client, chunks, isForced);
    }),
  );
  return `Restored ${count} rows from ${file}.`;
}

const commands: Record<string, (call: Call) => Promise<string>> = {
  'create-user': async ({ text, flag }) => {
    const password = text('password') ?? (process.env.SULCUS_PASSWORD || undefined);
    const made = await createUser({
      email: text('email') ?? '',
      name: text('name') ?? '',
      password,
      isSuperuser: flag('superuser'),
    });
    return `${made.email} can sign in${password ? '' : ' by single sign-on'}${made.is_superuser ? ' and administers this instance' : ''}.`;
  },
  'create-token': async ({ text }) => {
    const { token, expires_at } = await createToken({ email: text('email') ?? '', name: text('name') ?? '' });
    // To the error output, so that a script that reads the token gets nothing else.
    console.error(
      `It is shown only now, and works until a year after its last use (${expires_at.toISOString().slice(0, 10)} if it is never used).`,
    );
    return token;
  },
  'reset-two-factor': async ({ text }) => {
    const email = text('email') ?? '';
    const count = await resetTwoFactor(email);
    return count === 0
      ? `${email} had no second factor, and is signed out.`
      : `Removed ${count === 1 ? 'the second factor' : `all ${count} second factors`} of ${email}, who is signed out and signs in by password alone.`;
  },
  backup: ({ file }) => backup(file),
  restore: ({ file, flag }) => restore(file, flag('force')),
};

/** What a person is told: each problem at its option. */
function explain(error: unknown): unknown {
  if (error instanceof AppError)
    return new Stop(
      error.problems.length > 0
        ? error.problems.map(({ path, message }) => `${path}: ${message}`).join('\n')
        : error.message,
    );
  if (error instanceof Error && 'code' in error && ['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(String(error.code)))
    return new Stop('This is not a whole backup file (gzip). Nothing was changed.');
  if (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'EACCES', 'ENOSPC', 'EISDIR'].includes(String(error.code))
  )
    return new Stop(error.message);
  return error;
}

try {
  const call = readCall(process.argv.slice(2));
  const message = await commands[call.command]?.(call);
  if (message) console.log(message);
} catch (error) {
  process.exitCode = report(explain(error));
} finally {
  await closePools();
}
