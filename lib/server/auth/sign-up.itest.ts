import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '@/lib/server/db/sql';
import type * as SignUp from './sign-up';
import { makePerson, testPassword } from '@/test/people';
import { soon } from '@/test/soon';
import {
  claimInvitationsBySecret,
  createInvitation,
  decideInvitation,
  invitationMail,
  listInvitationsFor,
  listInvitationsOf,
} from './invitations';

let mailFolder: string;
let counter = 0;

beforeEach(async () => {
  mailFolder = await mkdtemp(path.join(tmpdir(), 'sulcus-mail-'));
});
afterEach(() => vi.unstubAllEnvs());

/** The environment is parsed once per process: each mode loads the modules afresh. */
async function load(mode: string): Promise<typeof SignUp> {
  vi.resetModules();
  vi.stubEnv('SIGN_UP', mode);
  vi.stubEnv('SMTP_URL', '');
  vi.stubEnv('DATA_DIR', mailFolder);
  return import('./sign-up');
}

const mails = async () => {
  const folder = path.join(mailFolder, 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
};

const input = (email: string, invitation: string | null = null) => ({
  email,
  first_name: 'Mei',
  last_name: 'Lin',
  password: testPassword,
  invitation,
  address: `198.51.100.${++counter}`,
});

const invite = (email: string, invitedBy: string, recordId: string = v7()) =>
  transaction((tx) =>
    createInvitation(tx, { model: 'project', recordId, email, level: 2, message: 'Welcome', invitedBy }),
  );

describe('by invitation', () => {
  test('nobody registers without one', async () => {
    const { signUp } = await load('invitation');
    await expect(signUp(input('stranger@example.org'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(signUp(input('stranger@example.org', 'x'.repeat(43)))).rejects.toMatchObject({
      code: 'forbidden',
      message: /no longer open/,
    });
  });

  test('the invited address is the one of the account, and every invitation to it becomes theirs', async () => {
    const { signUp } = await load('invitation');
    const { viewer } = await makePerson();
    const email = `Invited-${v7()}@example.org`;
    const [first] = [await invite(email, viewer.id), await invite(email.toLowerCase(), viewer.id)];
    expect(first.inviteeId).toBeNull();

    const answer = await signUp(input('someone-else@example.org', first.secret));
    if (answer.outcome !== 'account') throw new Error(answer.outcome);
    expect(answer.account).toMatchObject({ email, is_superuser: false });
    expect(await listInvitationsFor(answer.account.id)).toHaveLength(2);
    await expect(signUp(input(email, first.secret))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is closed when SIGN_UP is', async () => {
    const { signUp } = await load('closed');
    const { viewer } = await makePerson();
    const { secret } = await invite(`late-${v7()}@example.org`, viewer.id);
    await expect(signUp(input('x@example.org', secret))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('open to everyone', () => {
  test('known and unknown addresses get the same answer; the owner of a known one gets a mail', async () => {
    const { signUp } = await load('open');
    const { email } = await makePerson();
    expect(await signUp(input(`new-${v7()}@example.org`))).toEqual({ outcome: 'ready' });
    expect(await mails()).toEqual([]);
    expect(await signUp(input(email.toUpperCase()))).toEqual({ outcome: 'ready' });
    await soon(async () => expect(await mails()).toHaveLength(1));
    expect((await mails())[0]).toMatch(/already has an account/);
  });

  test('what is wrong is said for known and unknown addresses alike', async () => {
    const { signUp } = await load('open');
    const { email } = await makePerson();
    for (const address of [email, `new-${v7()}@example.org`]) {
      await expect(signUp({ ...input(address), password: 'short' })).rejects.toMatchObject({
        problems: [{ path: 'password' }],
      });
    }
  });

  test('an address that was merely typed gives no right to the invitations sent to it', async () => {
    const { signUp } = await load('open');
    const { viewer } = await makePerson();
    const email = `typed-${v7()}@example.org`;
    const { secret } = await invite(email, viewer.id);
    await signUp(input(email));
    const { findAccountByEmail } = await import('@/lib/server/queries/account');
    const id = (await findAccountByEmail(email))?.id ?? '';
    expect(await listInvitationsFor(id)).toEqual([]);
    expect(await claimInvitationsBySecret(secret, { id: viewer.id, email: viewer.email })).toBe(false);
    expect(await claimInvitationsBySecret(secret, { id, email })).toBe(true);
    expect(await listInvitationsFor(id)).toHaveLength(1);
  });

  test('is limited for one address of the network', async () => {
    const { signUp } = await load('open');
    const attempt = () => signUp({ ...input('x'), address: '198.51.100.250' });
    for (let number = 0; number < 20; number++) await expect(attempt()).rejects.toMatchObject({ code: 'invalid' });
    await expect(attempt()).rejects.toMatchObject({ code: 'too_many_requests' });
  });

  test('with a mail server, only the link in the mail makes the account', async () => {
    const { confirmSignUp } = await load('open');
    const sent: { to: string; text: string }[] = [];
    vi.doMock('@/lib/server/mail', () => ({
      sendMailLater: (mail: { to: string; text: string }) => void sent.push(mail),
    }));
    vi.resetModules();
    vi.stubEnv('SMTP_URL', 'smtp://mail.invalid');
    const withMail = await import('./sign-up');
    vi.doUnmock('@/lib/server/mail');
    const [known, email] = [(await makePerson()).email, `confirm-${v7()}@example.org`];
    expect(await withMail.signUp(input(email))).toEqual({ outcome: 'confirm' });
    expect(await withMail.signUp(input(known))).toEqual({ outcome: 'confirm' });
    expect(sent.map(({ to }) => to)).toEqual([email, known]);

    const token = /token=(\S+)/.exec(sent[0]?.text ?? '')?.[1] ?? '';
    expect(sent[0]?.text).not.toContain(testPassword);
    expect(sent[1]?.text).not.toContain('token=');
    for (const wrong of ['', 'x', `${token}x`]) expect(await confirmSignUp(wrong)).toBeNull();
    expect(await confirmSignUp(token)).toMatchObject({ email });
    expect(await confirmSignUp(token)).toBeNull();
  });
});

describe('an invitation', () => {
  test('of someone with an account is theirs at once; a newer one takes the place of the older', async () => {
    const [inviter, invitee] = [await makePerson(), await makePerson()];
    const recordId = v7();
    const older = await invite(invitee.email, inviter.viewer.id, recordId);
    const newer = await invite(invitee.email.toUpperCase(), inviter.viewer.id, recordId);
    expect(newer.inviteeId).toBe(invitee.account.id);
    expect(await listInvitationsFor(invitee.account.id)).toMatchObject([
      { id: newer.id, inviter_name: 'Ana Santos', level: 2 },
    ]);
    expect(await listInvitationsOf('project', recordId)).toMatchObject([{ id: newer.id }]);
    expect(await transaction((tx) => decideInvitation(tx, older.id, 'accepted'))).toBe(false);
    expect(await transaction((tx) => decideInvitation(tx, newer.id, 'accepted'))).toBe(true);
    expect(await transaction((tx) => decideInvitation(tx, newer.id, 'rejected'))).toBe(false);
    expect(await listInvitationsFor(invitee.account.id)).toEqual([]);
  });

  test('mails a link with its secret only to someone without account', async () => {
    const { viewer, email } = await makePerson();
    const about = { title: 'Place cells', inviterName: viewer.name, origin: 'https://sulcus.example.org' };
    const stranger = await invite(`new-${v7()}@example.org`, viewer.id);
    expect(invitationMail(stranger, about).text).toContain(
      `https://sulcus.example.org/register?invitation=${stranger.secret}`,
    );
    const known = await invite(email, viewer.id);
    expect(invitationMail(known, about).text).toContain('https://sulcus.example.org/invitations\n');
    expect(invitationMail(known, about).text).not.toContain(known.secret);
  });
});
