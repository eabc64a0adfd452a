import { beforeAll, describe, expect, test } from 'vitest';
import { getPool } from '@/lib/server/db/pool';
import { getEnv } from '@/lib/server/env';
import { clearAttempts } from '@/lib/server/rate-limit';
import { readMails } from '@/test/mails';
import { makePerson, testPassword } from '@/test/people';
import { codeOf, giveApp } from '@/test/two-factor';
import { soon } from '@/test/soon';
import { offerApp } from './authenticator-app';
import { findProofs } from './proof';
import { mailCode, takeCode } from './second-factor';
import { addApp, addMail, listTwoFactor, removeMethod, renewBackupCodes, resetTwoFactor } from './two-factor';
import type { UserViewer } from '../viewer';

let ana: UserViewer;
beforeAll(async () => {
  ana = (await makePerson()).viewer;
});

/** The code of the last mail, which leaves on its own. */
const mailedCode = (viewer: UserViewer, count = 1) =>
  soon(async () => {
    const mails = (await readMails(getEnv().DATA_DIR, viewer.email)).filter(({ subject }) => subject === 'Your code');
    expect(mails).toHaveLength(count);
    return /\b\d{6}\b/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
  });
const later = (viewer: UserViewer, interval: string) =>
  getPool().query(
    `UPDATE mailed_code SET sent_at = sent_at - $2::interval, expires_at = expires_at - $2::interval WHERE user_id = $1`,
    [viewer.id, interval],
  );
const giveMail = async (viewer: UserViewer) => {
  await mailCode(viewer, 'tests');
  return addMail(viewer, { code: await mailedCode(viewer), proof: testPassword });
};
const refused = (path: string, code: string) =>
  expect.objectContaining({ problems: [expect.objectContaining({ path, code })] });
const auditOf = async (viewer: UserViewer) =>
  (
    await getPool().query<{ action: string }>(`SELECT action FROM audit_log WHERE record_id = $1 ORDER BY id`, [
      viewer.id,
    ])
  ).rows.map(({ action }) => action);

describe('an authenticator app', () => {
  test('counts from its first right code on, with the password, and ends every session', async () => {
    const { viewer, account } = await makePerson();
    const { sealed, secret } = offerApp(viewer);
    const input = { sealed, name: ' Phone ', code: codeOf(secret), proof: testPassword };
    await expect(addApp(viewer, { ...input, name: '', code: '12' })).rejects.toMatchObject({
      problems: [{ path: 'name' }, { path: 'code' }],
    });
    await expect(addApp(viewer, { ...input, code: codeOf(secret, -3) })).rejects.toEqual(refused('code', 'wrong'));
    await expect(addApp(viewer, { ...input, proof: '' })).rejects.toEqual(refused('proof', 'required'));
    await expect(addApp(viewer, { ...input, proof: 'not the password' })).rejects.toEqual(refused('proof', 'wrong'));
    await expect(addApp(ana, input)).rejects.toEqual(refused('sealed', 'expired'));
    expect(await listTwoFactor(viewer.id)).toEqual({ methods: [], codesLeft: 0 });

    const added = await addApp(viewer, input);
    expect(added).toEqual({ epoch: account.session_epoch + 1, codes: expect.any(Array) });
    expect(await listTwoFactor(viewer.id)).toMatchObject({
      methods: [{ kind: 'app', name: 'Phone', last_used_at: null }],
      codesLeft: 10,
    });
    await expect(addApp(viewer, { ...input, code: codeOf(secret, 1) })).rejects.toMatchObject({ code: 'conflict' });
    expect(await auditOf(viewer)).toEqual(['create', 'add_two_factor']);
  });

  test('of one person may be several, and the others bring neither codes nor the end of sessions', async () => {
    const { viewer } = await makePerson();
    const [first, second] = [await giveApp(viewer), await giveApp(viewer, 'Tablet')];
    expect(second).toMatchObject({ epoch: first.epoch, codes: [] });
    for (const { secret } of [second, first]) await takeCode(viewer.id, 'app', codeOf(secret, 1), viewer);
  });

  test('is taken once by each code, also when it comes twice at one moment, and never by an older one', async () => {
    const { viewer } = await makePerson();
    const { secret, used } = await giveApp(viewer);
    await expect(takeCode(viewer.id, 'app', used, viewer)).rejects.toEqual(refused('code', 'wrong'));
    const code = codeOf(secret, 1);
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => takeCode(viewer.id, 'app', code, viewer)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(takeCode(viewer.id, 'app', codeOf(secret), viewer)).rejects.toEqual(refused('code', 'wrong'));
  });

  test('keeps its secret sealed in the database, and is of no use to anybody else', async () => {
    const { viewer } = await makePerson();
    const { secret } = await giveApp(viewer);
    const { rows } = await getPool().query<{ text: string }>(
      `SELECT m::text AS text FROM two_factor_method m UNION ALL SELECT a::text FROM audit_log a UNION ALL SELECT b::text FROM backup_code b`,
    );
    expect(rows.map(({ text }) => text).join('\n')).not.toContain(secret);
    await giveApp(ana);
    await expect(takeCode(ana.id, 'app', codeOf(secret, 1), ana)).rejects.toEqual(refused('code', 'wrong'));
  });
});

describe('codes', () => {
  test('are limited by account: ten in a quarter of an hour, backup codes with them', async () => {
    const { viewer } = await makePerson();
    const { secret, codes } = await giveApp(viewer);
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => takeCode(viewer.id, 'app', codeOf(secret, -5), viewer)),
    );
    const reasons = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as { code: string }).code : '',
    );
    expect(reasons.filter((code) => code === 'too_many_requests')).toHaveLength(2);
    await expect(takeCode(viewer.id, 'app', codeOf(secret, 1), viewer)).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    await expect(takeCode(viewer.id, 'backup', codes[0] ?? '', viewer)).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    await expect(takeCode(viewer.id, 'app', 'abc', viewer)).rejects.toEqual(refused('code', 'required'));
  });

  test('of six digits are limited over a day too, which leaves the owner their backup codes', async () => {
    const { viewer } = await makePerson();
    const { secret, codes } = await giveApp(viewer);
    for (let tries = 0; tries < 50; tries++) {
      await expect(takeCode(viewer.id, 'app', codeOf(secret, -5), viewer)).rejects.toEqual(refused('code', 'wrong'));
      if (tries % 10 === 9) await clearAttempts('second-factor-user', viewer.id);
    }
    await expect(takeCode(viewer.id, 'app', codeOf(secret, 1), viewer)).rejects.toMatchObject({
      code: 'too_many_requests',
    });
    await takeCode(viewer.id, 'backup', codes[0] ?? '', viewer);
  });

  test('by mail work once, for five minutes and five tries, and are sent a minute apart', async () => {
    const { viewer } = await makePerson();
    await giveMail(viewer);
    expect((await listTwoFactor(viewer.id)).methods).toMatchObject([{ kind: 'mail', name: viewer.email }]);
    await expect(mailCode(viewer, 'tests')).rejects.toMatchObject({
      code: 'too_many_requests',
      data: { wait_seconds: expect.any(Number) },
    });

    await later(viewer, '1 minute');
    const sent = await Promise.allSettled(Array.from({ length: 4 }, () => mailCode(viewer, 'tests')));
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const code = await mailedCode(viewer, 2);
    const uses = await Promise.allSettled([1, 2, 3].map(() => takeCode(viewer.id, 'mail', code, viewer)));
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

    await later(viewer, '1 minute');
    await mailCode(viewer, 'tests');
    const third = await mailedCode(viewer, 3);
    await later(viewer, '5 minutes');
    await expect(takeCode(viewer.id, 'mail', third, viewer)).rejects.toEqual(refused('code', 'wrong'));

    await mailCode(viewer, 'tests');
    const fourth = await mailedCode(viewer, 4);
    const wrong = fourth === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++)
      await expect(takeCode(viewer.id, 'mail', wrong, viewer)).rejects.toEqual(refused('code', 'wrong'));
    await expect(takeCode(viewer.id, 'mail', fourth, viewer)).rejects.toEqual(refused('code', 'wrong'));
  });

  test('by mail are taken only from those who have chosen them', async () => {
    const { viewer } = await makePerson();
    await giveApp(viewer);
    await mailCode(viewer, 'tests');
    await expect(takeCode(viewer.id, 'mail', await mailedCode(viewer), viewer)).rejects.toEqual(
      refused('code', 'wrong'),
    );
    expect(await findProofs(viewer.id)).toEqual({ password: true, app: true, mail: false });
  });

  test('of backup work once each, until new ones replace them', async () => {
    const { viewer } = await makePerson();
    const { codes } = await giveApp(viewer);
    const [first = '', second = '', third = ''] = codes;
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => takeCode(viewer.id, 'backup', first.toUpperCase(), viewer)),
    );
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listTwoFactor(viewer.id)).codesLeft).toBe(9);

    await expect(renewBackupCodes(viewer, 'wrong password')).rejects.toEqual(refused('proof', 'wrong'));
    const fresh = await renewBackupCodes(viewer, second);
    expect(fresh).toHaveLength(10);
    await expect(takeCode(viewer.id, 'backup', third, viewer)).rejects.toEqual(refused('code', 'wrong'));
    await takeCode(viewer.id, 'backup', fresh[0] ?? '', viewer);
    expect(await auditOf(viewer)).toEqual([
      'create',
      'add_two_factor',
      'use_backup_code',
      'use_backup_code',
      'make_backup_codes',
      'use_backup_code',
    ]);
    await expect(renewBackupCodes((await makePerson()).viewer, testPassword)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('removing', () => {
  test('asks who it is, and takes the backup codes along with the last method', async () => {
    const { viewer } = await makePerson();
    const { secret } = await giveApp(viewer);
    await giveMail(viewer);
    const [app, mail] = (await listTwoFactor(viewer.id)).methods;
    await expect(removeMethod(viewer, app?.id ?? '', '')).rejects.toEqual(refused('proof', 'required'));
    await expect(removeMethod(viewer, app?.id ?? '', '000000')).rejects.toEqual(refused('proof', 'wrong'));
    await expect(removeMethod(ana, app?.id ?? '', testPassword)).rejects.toMatchObject({ code: 'not_found' });
    await removeMethod(viewer, mail?.id ?? '', codeOf(secret, 1));
    expect(await listTwoFactor(viewer.id)).toMatchObject({ methods: [{ kind: 'app' }], codesLeft: 10 });
    await removeMethod(viewer, app?.id ?? '', testPassword);
    expect(await listTwoFactor(viewer.id)).toEqual({ methods: [], codesLeft: 0 });
    const subjects = await soon(async () => {
      const all = (await readMails(getEnv().DATA_DIR, viewer.email)).map(({ subject }) => subject);
      expect(all).toHaveLength(5);
      return all;
    });
    expect(subjects.filter((subject) => subject === 'A second factor was removed')).toHaveLength(2);
  });

  test('all, by an administrator, ends the sessions and is in the audit log', async () => {
    const { viewer, account } = await makePerson();
    const { codes, epoch } = await giveApp(viewer);
    expect(epoch).toBe(account.session_epoch + 1);
    expect(await resetTwoFactor(viewer.email.toUpperCase())).toBe(1);
    expect(await listTwoFactor(viewer.id)).toEqual({ methods: [], codesLeft: 0 });
    await expect(takeCode(viewer.id, 'backup', codes[0] ?? '', viewer)).rejects.toEqual(refused('code', 'wrong'));
    const { rows } = await getPool().query(
      `SELECT l.via, l.before, a.session_epoch FROM audit_log l JOIN account a ON a.user_id = l.record_id WHERE l.record_id = $1 AND l.action = 'reset_two_factor'`,
      [viewer.id],
    );
    expect(rows).toEqual([{ via: 'system: reset two-factor', before: { methods: 1 }, session_epoch: epoch + 1 }]);
    await expect(resetTwoFactor('nobody@example.org')).rejects.toEqual(refused('email', 'unknown'));
  });
});
