import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { getEnv } from '@/lib/server/env';
import { readMails } from '@/test/mails';
import { makePerson, testPassword } from '@/test/people';
import { codeOf, giveApp } from '@/test/two-factor';
import { soon } from '@/test/soon';
import { changePassword, setActive } from './accounts';
import { authenticate } from './authenticate';
import { viewerFromRequest } from './bearer';
import {
  challengeSeconds,
  findChallenged,
  greetChallenged,
  mailChallengeCode,
  meetChallenge,
  writeChallenge,
} from './challenge';
import { authOptions } from './next-auth';
import { mailCode } from './second-factor';
import { readSessionToken, writeSessionToken } from './session-token';
import { addMail, removeMethod, listTwoFactor } from './two-factor';

afterEach(() => vi.useRealTimers());

const signIn = (email: string) => authenticate({ email, password: testPassword, address: '192.0.2.77' });

/** Somebody with an app, and the cookie that their password has brought. */
async function challengePerson() {
  const person = await makePerson();
  const app = await giveApp(person.viewer);
  const authenticated = await signIn(person.email);
  const challenge = authenticated?.challenge ?? { challengedId: '', epoch: 0 };
  return { ...person, ...app, authenticated, challenge, cookie: await writeChallenge(challenge) };
}

/** What next-auth's own address for passwords does (POST /api/auth/callback/credentials). */
async function authorize(email: string) {
  const [provider] = authOptions(new Headers()).providers;
  if (provider?.type !== 'credentials') throw new Error('The first provider takes passwords.');
  // next-auth wraps what we have given it, and leaves it there as it was.
  const { authorize: ask } = provider.options as typeof provider;
  return ask({ email, password: testPassword }, { headers: {}, method: 'POST' });
}

describe('the right password of somebody with a second factor', () => {
  test('is no session, but a challenge', async () => {
    const { authenticated, account, epoch } = await challengePerson();
    expect(authenticated).toEqual({ account: null, challenge: { challengedId: account.id, epoch } });
  });

  test('brings a cookie that opens nothing else, and no session stands in for it', async () => {
    const { cookie, account, epoch, secret } = await challengePerson();
    expect(await readSessionToken(cookie)).toBeNull();
    for (const name of ['next-auth.session-token', '__Secure-next-auth.session-token']) {
      const request = new Request('http://localhost/', { headers: { cookie: `${name}=${cookie}` } });
      expect(await viewerFromRequest(request, 'private')).toBeNull();
    }
    const session = await writeSessionToken({ userId: account.id, epoch });
    expect(await meetChallenge(session, 'app', codeOf(secret, 1))).toBeNull();
    expect(await findChallenged(session)).toBeNull();
  });

  test('signs in nobody at the address of next-auth', async () => {
    const plain = await makePerson();
    expect(await authorize(plain.email)).toMatchObject({ id: plain.account.id, epoch: 1 });
    const { email } = await challengePerson();
    expect(await authorize(email)).toBeNull();
  });
});

test('single sign-on is left to its provider, and its session says so', async () => {
  const { account, epoch, email } = await challengePerson();
  const jwt = authOptions(new Headers()).callbacks?.jwt;
  const token = await jwt?.({
    token: {},
    user: { id: '1' },
    account: { provider: 'oidc', type: 'oauth', providerAccountId: '1' },
    profile: { sub: '1', email },
  });
  expect(token).toEqual({ sub: account.id, epoch, sso: true });
  const cookie = await encode({ token: token ?? {}, secret: getEnv().NEXTAUTH_SECRET });
  expect(await readSessionToken(cookie)).toEqual({ userId: account.id, epoch, isByProvider: true });
});

describe('a challenge', () => {
  test('is met by a right code, and only then', async () => {
    const { cookie, account, secret, used } = await challengePerson();
    for (const code of [used, '', 'x'])
      await expect(meetChallenge(cookie, 'app', code)).rejects.toMatchObject({
        code: 'invalid',
        problems: [{ path: 'code' }],
      });
    await expect(meetChallenge(cookie, 'mail', '123456')).rejects.toMatchObject({ code: 'invalid' });
    expect(await meetChallenge(cookie, 'app', codeOf(secret, 1))).toMatchObject({ id: account.id });
  });

  test('is met by a backup code', async () => {
    const { cookie, account, codes } = await challengePerson();
    expect(await meetChallenge(cookie, 'backup', codes[3] ?? '')).toMatchObject({ id: account.id });
  });

  test('is over after ten minutes, with a new password, and when the account is closed', async () => {
    const late = await challengePerson();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + (challengeSeconds + 60) * 1000);
    expect(await meetChallenge(late.cookie, 'backup', late.codes[0] ?? '')).toBeNull();
    vi.useRealTimers();

    const changed = await challengePerson();
    await changePassword(changed.account.id, testPassword, 'eleven brown rats at dusk', changed.viewer);
    expect(await meetChallenge(changed.cookie, 'backup', changed.codes[0] ?? '')).toBeNull();

    const closed = await challengePerson();
    await setActive(closed.account.id, false, closed.viewer);
    expect(await findChallenged(closed.cookie)).toBeNull();
    expect(await meetChallenge(closed.cookie, 'backup', closed.codes[0] ?? '')).toBeNull();
    expect((await listTwoFactor(closed.account.id)).codesLeft).toBe(10);
  });

  test('of nobody, or changed on the way, is none', async () => {
    const { cookie } = await challengePerson();
    for (const text of [undefined, '', 'x', `${cookie}x`, cookie.slice(0, -3)])
      expect(await findChallenged(text)).toBeNull();
  });

  test('names the ways that are the person’s, and mails to those alone who have chosen mail', async () => {
    const { cookie, challenge, viewer, email } = await challengePerson();
    const codes = async () =>
      (await readMails(getEnv().DATA_DIR, email)).filter(({ subject }) => subject === 'Your code');
    const challenged = await findChallenged(cookie);
    expect(challenged?.sources).toEqual(['app', 'backup']);
    await greetChallenged(challenge);
    if (challenged) await mailChallengeCode(challenged);

    await mailCode(viewer, 'tests');
    const [mail] = await soon(async () => {
      const all = await codes();
      expect(all).toHaveLength(1);
      return all;
    });
    await addMail(viewer, { code: /\d{6}/.exec(mail?.text ?? '')?.[0] ?? '', proof: testPassword });
    expect((await findChallenged(cookie))?.sources).toEqual(['app', 'mail', 'backup']);
  });

  test('sends a code at once where mail is the only way, without complaint when one is out', async () => {
    const { viewer, challenge, email } = await challengePerson();
    await mailCode(viewer, 'tests');
    const mails = async (count: number) =>
      soon(async () => {
        const all = (await readMails(getEnv().DATA_DIR, email)).filter(({ subject }) => subject === 'Your code');
        expect(all).toHaveLength(count);
        return /\d{6}/.exec(all.at(-1)?.text ?? '')?.[0] ?? '';
      });
    await addMail(viewer, { code: await mails(1), proof: testPassword });
    const [app] = (await listTwoFactor(viewer.id)).methods;
    await removeMethod(viewer, app?.id ?? '', testPassword);
    await greetChallenged(challenge);
    await mails(1);
  });
});
