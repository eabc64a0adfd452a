import { describe, expect, test, vi } from 'vitest';
import { getPool } from '@/lib/server/db/pool';
import { authenticate } from './authenticate';
import { changePassword, createUser, setActive, signOutEverywhere } from './accounts';
import { viewerFromRequest } from './bearer';
import { verifyHash } from './password';
import { writeSessionToken } from './session-token';
import { makePerson, testPassword } from '@/test/people';

async function withCookie(account: { id: string; session_epoch: number }, init: RequestInit = {}) {
  const cookie = `theme=dark; next-auth.session-token=${await writeSessionToken({ userId: account.id, epoch: account.session_epoch })}`;
  return viewerFromRequest(
    new Request('http://localhost/api/', { ...init, headers: { cookie, host: 'localhost', ...init.headers } }),
    'private',
  );
}

const auditOf = async (userId: string) =>
  (
    await getPool().query<{ action: string; text: string }>(
      `SELECT action, a::text AS text FROM audit_log a WHERE record_id = $1 ORDER BY id`,
      [userId],
    )
  ).rows;

describe('making a user', () => {
  test('reports everything that is wrong at once', async () => {
    const attempt = createUser({
      email: 'not an address',
      first_name: '',
      last_name: 'x'.repeat(101),
      password: 'short',
    });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
    const error: unknown = await attempt.catch((caught: unknown) => caught);
    const paths =
      error instanceof Error && 'problems' in error && Array.isArray(error.problems)
        ? error.problems.map(({ path }) => path)
        : [];
    expect(paths.toSorted()).toEqual(['email', 'last_name', 'password']);
  });

  test('splits a name, and refuses an address in use in any case of letters', async () => {
    const { account, email } = await makePerson();
    expect(account).toMatchObject({ first_name: 'Ana', last_name: 'Santos' });
    await expect(createUser({ email: email.toUpperCase(), name: 'Other' })).rejects.toMatchObject({
      problems: [{ path: 'email', code: 'taken' }],
    });
  });

  test('leaves no secret in the audit log', async () => {
    const { account, viewer } = await makePerson();
    await changePassword(account.id, testPassword, 'eleven brown rats at dusk', viewer);
    await setActive(account.id, false, viewer);
    const rows = await auditOf(account.id);
    expect(rows.map(({ action }) => action)).toEqual(['create', 'change_password', 'close']);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/argon2|mice|rats/);
  });
});

describe('a session', () => {
  test('ends with a new password, with signing out everywhere, and when the account is closed', async () => {
    const { account, viewer } = await makePerson();
    expect(await withCookie(account)).toEqual(viewer);

    const after = await changePassword(account.id, testPassword, 'eleven brown rats at dusk', viewer);
    expect(await withCookie(account)).toBeNull();
    expect(await withCookie(after)).toEqual(viewer);

    const later = await signOutEverywhere(account.id, viewer);
    expect(await withCookie(after)).toBeNull();
    await setActive(account.id, false, viewer);
    await setActive(account.id, true, viewer);
    expect(await withCookie(later)).toBeNull();
  });

  test('of a forged or foreign cookie is none', async () => {
    const { account } = await makePerson();
    const token = await writeSessionToken({ userId: account.id, epoch: account.session_epoch });
    for (const value of ['x', `${token}x`, token.slice(0, -2)]) {
      const request = new Request('http://localhost/', { headers: { cookie: `next-auth.session-token=${value}` } });
      expect(await viewerFromRequest(request, 'private')).toBeNull();
    }
  });

  test('changes something only from a page of ours', async () => {
    const { account, viewer } = await makePerson();
    expect(await withCookie(account, { method: 'POST' })).toBeNull();
    expect(await withCookie(account, { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).toBeNull();
    expect(await withCookie(account, { method: 'POST', headers: { origin: 'http://evil.example' } })).toBeNull();
    expect(await withCookie(account, { method: 'DELETE', headers: { 'sec-fetch-site': 'same-origin' } })).toEqual(
      viewer,
    );
  });

  test('does not stand in for a bad token', async () => {
    const { account } = await makePerson();
    expect(await withCookie(account, { headers: { authorization: 'Bearer sulcus_wrong' } })).toBeNull();
  });

  test('a new password needs the current one and must be good', async () => {
    const { account, viewer } = await makePerson();
    await expect(changePassword(account.id, 'wrong password', 'eleven brown rats', viewer)).rejects.toMatchObject({
      problems: [{ path: 'current_password' }],
    });
    await expect(changePassword(account.id, testPassword, 'password1234', viewer)).rejects.toMatchObject({
      problems: [{ path: 'password' }],
    });
  });
});

describe('signing in', () => {
  test('tells unknown, wrong and closed apart neither by answer nor by work', async () => {
    const [open, closed] = [await makePerson(), await makePerson()];
    await setActive(closed.account.id, false, closed.viewer);
    const attempts = [
      { email: `nobody-${open.email}`, password: testPassword },
      { email: 'nul\0@example.org', password: testPassword },
      { email: open.email, password: 'wrong password' },
      { email: closed.email, password: testPassword },
    ];
    for (const attempt of attempts) {
      const verify = vi.fn(verifyHash);
      expect(await authenticate({ ...attempt, address: '192.0.2.1' }, verify)).toBeNull();
      expect(verify).toHaveBeenCalledTimes(1);
      expect(verify.mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
    const authenticated = await authenticate({
      email: ` ${open.email.toUpperCase()} `,
      password: testPassword,
      address: '192.0.2.1',
    });
    expect(authenticated?.account?.id).toBe(open.account.id);
  });

  test('is limited for an account and address, known or not, also for parallel attempts', async () => {
    const known = await makePerson();
    for (const email of [known.email, `nobody-${known.email}`]) {
      const attempts = Array.from({ length: 12 }, () =>
        authenticate({ email, password: 'wrong password', address: '192.0.2.2' }, async () => false),
      );
      const answers = await Promise.allSettled(attempts);
      const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as unknown);
      expect(refused).toHaveLength(2);
      expect(refused[0]).toMatchObject({
        code: 'too_many_requests',
        message: 'Too many attempts. Try again in 15 minutes.',
      });
    }
    await expect(
      authenticate({ email: known.email, password: testPassword, address: '192.0.2.2' }),
    ).rejects.toMatchObject({ code: 'too_many_requests' });
    expect(await authenticate({ email: known.email, password: testPassword, address: '192.0.2.3' })).not.toBeNull();
  });

  test('that succeeds forgets the failures before', async () => {
    const { email } = await makePerson();
    for (let round = 0; round < 3; round++) {
      for (let failure = 0; failure < 6; failure++)
        await authenticate({ email, password: 'x', address: '192.0.2.4' }, async () => false);
      expect(await authenticate({ email, password: testPassword, address: '192.0.2.4' })).not.toBeNull();
    }
  });

  test('is limited for an address across accounts', async () => {
    const attempt = (number: number) =>
      authenticate({ email: `spray-${number}@example.org`, password: 'x', address: '192.0.2.5' }, async () => false);
    for (let number = 0; number < 60; number++) await attempt(number);
    await expect(attempt(60)).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
