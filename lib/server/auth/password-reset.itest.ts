import { afterEach, describe, expect, test, vi } from 'vitest';
import { getPool } from '@/lib/server/db/pool';
import { getEnv } from '@/lib/server/env';
import * as accounts from '@/lib/server/queries/account';
import { readMails } from '@/test/mails';
import { makePerson, testPassword } from '@/test/people';
import { giveApp } from '@/test/two-factor';
import { soon } from '@/test/soon';
import { createUser, setActive, signOutEverywhere } from './accounts';
import { authenticate } from './authenticate';
import { emailOfPasswordReset, requestPasswordReset, resetPassword } from './password-reset';

const newPassword = 'eleven brown rats at dusk';
let counter = 0;
const freshAddress = () => `198.51.100.${++counter}`;

afterEach(() => vi.restoreAllMocks());

/** Asks for a link, and waits for what follows. */
async function ask(email: string, address = freshAddress()): Promise<void> {
  const work: Promise<void>[] = [];
  await requestPasswordReset({ email, address }, (later) => void work.push(later));
  expect(work).toHaveLength(1);
  await Promise.all(work);
}

const mailsTo = (email: string) => readMails(getEnv().DATA_DIR, email);
const secretIn = (text: string) => /\/reset-password\?token=([\w-]+)/.exec(text)?.[1] ?? '';
async function askAndRead(email: string): Promise<string> {
  await ask(email);
  return secretIn((await mailsTo(email)).at(-1)?.text ?? '');
}
const reset = (secret: string, password = newPassword) => resetPassword({ secret, password, address: freshAddress() });
const signIn = (email: string, password: string) => authenticate({ email, password, address: freshAddress() });

describe('a forgotten password', () => {
  test('is replaced by a mailed link, once; every session and other link ends, and the owner is told', async () => {
    const { email, account } = await makePerson();
    const [first, second] = [await askAndRead(email), await askAndRead(email)];
    expect(second).toMatch(/^[\w-]{43}$/);
    expect(await emailOfPasswordReset(second)).toBe(email);
    expect((await mailsTo(email))[0]?.text).toContain(`http://localhost:3000/reset-password?token=${first}`);

    await reset(second);
    expect((await signIn(email, newPassword))?.account).toMatchObject({ session_epoch: account.session_epoch + 1 });
    expect(await signIn(email, testPassword)).toBeNull();
    for (const secret of [first, second]) {
      expect(await emailOfPasswordReset(secret)).toBeNull();
      await expect(reset(secret, 'twelve white rats at dawn')).rejects.toMatchObject({ code: 'conflict' });
    }
    const subjects = await soon(async () => {
      const all = (await mailsTo(email)).map(({ subject }) => subject);
      expect(all).toHaveLength(3);
      return all;
    });
    expect(subjects.at(-1)).toBe('Your password was changed');
    const { rows } = await getPool().query(
      `SELECT via, before, after FROM audit_log WHERE record_id = $1 AND action = 'reset_password'`,
      [account.id],
    );
    expect(rows).toEqual([{ via: 'system: password reset', before: null, after: null }]);
  });

  test('sets one password when a link is used twice at one moment', async () => {
    const { email } = await makePerson();
    const secret = await askAndRead(email);
    const answers = await Promise.allSettled([1, 2, 3].map((number) => reset(secret, `${number} ${newPassword}`)));
    const done = answers.flatMap(({ status }, index) => (status === 'fulfilled' ? [index + 1] : []));
    expect(done).toHaveLength(1);
    expect(await signIn(email, `${done[0]} ${newPassword}`)).not.toBeNull();
  });

  test('must be a good one, and a refused one leaves the link open', async () => {
    const { email } = await makePerson();
    const secret = await askAndRead(email);
    for (const weak of ['short', 'password1234', email])
      await expect(reset(secret, weak)).rejects.toMatchObject({ problems: [{ path: 'password', code: 'weak' }] });
    await reset(secret);
  });

  test('leaves the second factor in its place', async () => {
    const { email, viewer } = await makePerson();
    await giveApp(viewer);
    await reset(await askAndRead(email));
    expect(await signIn(email, newPassword)).toMatchObject({ account: null, challenge: { challengedId: viewer.id } });
  });

  test('forgets the failed sign-ins of who has read the mail', async () => {
    const { email } = await makePerson();
    const address = freshAddress();
    for (let tries = 0; tries < 10; tries++) await authenticate({ email, password: 'x', address }, async () => false);
    await expect(authenticate({ email, password: testPassword, address })).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    await resetPassword({ secret: await askAndRead(email), password: newPassword, address });
    expect(await authenticate({ email, password: newPassword, address })).not.toBeNull();
  });
});

describe('a link', () => {
  test('leaves nothing but its hash', async () => {
    const { email } = await makePerson();
    const secret = await askAndRead(email);
    const { rows } = await getPool().query<{ text: string }>(
      `SELECT r::text AS text FROM password_reset r UNION ALL SELECT a::text FROM audit_log a`,
    );
    expect(rows.map(({ text }) => text).join('\n')).not.toContain(secret);
    expect(await getPool().query(`SELECT FROM password_reset WHERE hash = sha256($1::bytea)`, [secret])).toMatchObject({
      rowCount: 1,
    });
  });

  test('is over after an hour, with the sessions, and when the account is closed', async () => {
    const [late, ended, closed] = [await makePerson(), await makePerson(), await makePerson()];
    const secrets = [await askAndRead(late.email), await askAndRead(ended.email), await askAndRead(closed.email)];
    const { rows } = await getPool().query<{ minutes: number }>(
      `SELECT extract(epoch FROM expires_at - now())::float8 / 60 AS minutes FROM password_reset WHERE user_id = $1`,
      [late.account.id],
    );
    expect(rows[0]?.minutes).toBeCloseTo(60, 0);
    await getPool().query(`UPDATE password_reset SET expires_at = now() - interval '1 second' WHERE user_id = $1`, [
      late.account.id,
    ]);
    await signOutEverywhere(ended.account.id, ended.viewer);
    await setActive(closed.account.id, false, closed.viewer);
    for (const secret of [...secrets, '', 'x', 'x'.repeat(43)]) {
      expect(await emailOfPasswordReset(secret)).toBeNull();
      await expect(reset(secret)).rejects.toMatchObject({ code: 'conflict' });
    }
  });
});

describe('asking for a link', () => {
  test('answers before anybody looks whether the address is known', async () => {
    const { email } = await makePerson();
    const looked = Promise.withResolvers<void>();
    vi.spyOn(accounts, 'findAccountByEmail').mockImplementation(async () => {
      await looked.promise;
      return null;
    });
    const work: Promise<void>[] = [];
    for (const address of [email, `nobody-${email}`])
      expect(
        await requestPasswordReset({ email: address, address: freshAddress() }, (later) => void work.push(later)),
      ).toBeUndefined();
    looked.resolve();
    await Promise.all(work);
    expect(await mailsTo(email)).toEqual([]);
  });

  test('mails nothing to unknown and closed addresses, and no link where there is no password', async () => {
    const closed = await makePerson();
    await setActive(closed.account.id, false, closed.viewer);
    await ask(closed.email);
    await ask(`nobody-${closed.email}`);
    expect(await mailsTo(closed.email)).toEqual([]);
    expect(await mailsTo(`nobody-${closed.email}`)).toEqual([]);

    const email = `sso-${closed.email}`;
    await createUser({ email, name: 'Mei Lin' });
    await ask(email);
    expect(await mailsTo(email)).toMatchObject([
      { subject: 'Your account has no password', text: expect.not.stringContaining('token') },
    ]);
  });

  test('is limited by account without a word, and by where it comes from with one', async () => {
    const { email } = await makePerson();
    for (let times = 0; times < 7; times++) await ask(times % 2 ? email : email.toUpperCase());
    expect(await mailsTo(email)).toHaveLength(5);
    const address = freshAddress();
    for (let times = 0; times < 20; times++) await ask(`spray-${times}-${email}`, address);
    await expect(requestPasswordReset({ email, address })).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  test('needs an address', async () => {
    for (const [email, code] of [
      ['', 'required'],
      ['ana', 'invalid'],
      ['a\0@b.org', 'invalid'],
      ['a b@c.org', 'invalid'],
    ] as const)
      await expect(requestPasswordReset({ email, address: null })).rejects.toMatchObject({
        problems: [{ path: 'email', code }],
      });
  });
});
