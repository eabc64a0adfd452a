import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { models } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { openReceiver } from '@/test/receiver';
import { query, queryOne, sql } from '../db/sql';
import * as environment from '../env';
import { getText } from '../operations/get';
import { removeRecord } from '../operations/remove';
import { changeAccount } from '../queries/account';
import { systemViewer, type UserViewer } from '../viewer';
import { deliver } from './deliver';
import {
  createWebhook,
  listWebhooks,
  redeliver,
  removeWebhook,
  rotateSecret,
  sendPing,
  setWebhookActive,
} from './manage';
import { spreadEvents } from './spread';

let lab: Awaited<ReturnType<typeof makeLab>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let env: environment.Env;
const setEnv = (changes: Partial<environment.Env>) =>
  vi.spyOn(environment, 'getEnv').mockReturnValue({ ...env, ...changes });

beforeAll(async () => {
  env = environment.getEnv();
  lab = await makeLab(await makeCatalogue());
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
beforeEach(async () => {
  setEnv({ WEBHOOK_ALLOW_PRIVATE: true });
  for (const { id } of await listWebhooks(lab.pi)) await removeWebhook(lab.pi, id);
  await query(sql`DELETE FROM webhook_event`);
  receiver.received.length = receiver.answers.length = 0;
});

const hook = (viewer: UserViewer = lab.pi) =>
  createWebhook(viewer, {
    name: 'Pipeline',
    url: receiver.url,
    events: ['session.created', 'session.updated', 'session.deleted'],
    project: '',
  });
const newSession = (name: string) => make(lab.pi, 'session', { name, projects: [lab.project.id] });

type Row = {
  id: string;
  state: string;
  reason: string | null;
  tries: number;
  wait: number | null;
  body: string | null;
};

/** The deliveries of a webhook in their order, after all events have become some. */
async function deliveriesOf(id: string): Promise<Row[]> {
  while ((await spreadEvents()) > 0);
  return query<Row>(
    sql`SELECT id::text, state, reason, tries, extract(epoch FROM next_attempt_at - now())::float8 AS wait, body FROM webhook_delivery
      WHERE webhook_id = ${id}::uuid ORDER BY id`,
  );
}
async function only(id: string): Promise<Row> {
  const [row, ...others] = await deliveriesOf(id);
  if (!row || others.length > 0) throw new Error('Expected one delivery.');
  return row;
}
/** Makes the next try due, as if its wait were over. */
const wait = (id: string) => query(sql`UPDATE webhook_delivery SET next_attempt_at = now() WHERE id = ${id}::uuid`);
const attemptsOf = (id: string) =>
  query<{ status: number | null; error: string | null; response: string | null }>(
    sql`SELECT status, error, response FROM webhook_attempt WHERE delivery_id = ${id}::uuid ORDER BY id`,
  );
const stateOf = (id: string) =>
  queryOne<{ is_active: boolean; off_reason: string | null }>(
    sql`SELECT is_active, off_reason FROM webhook WHERE id = ${id}::uuid`,
  );

describe('a delivery', () => {
  test('carries the record as the API shows it to the owner, signed', async () => {
    const { id, secret } = await hook();
    const session = await newSession('Sent');
    const { id: delivery } = await only(id);
    await deliver(delivery);
    expect(receiver.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const told: unknown = JSON.parse(body);
    expect(told).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event: 'session.created',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/),
      webhook: id,
      data: JSON.parse(await getText(lab.pi, models.session, session.id)),
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Sulcus-Webhooks',
      'sulcus-event': 'session.created',
      'sulcus-delivery': delivery,
    });
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['sulcus-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'));
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
    expect(await only(id)).toMatchObject({ state: 'delivered', tries: 1, wait: null, body });
    expect(await attemptsOf(delivery)).toEqual([{ status: 200, error: null, response: 'seen' }]);
  });

  test('of a deleted session carries its id, its name and the time', async () => {
    const session = await newSession('Gone');
    const { id } = await hook();
    await removeRecord(lab.pi, models.session, session.id);
    await deliver((await only(id)).id);
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
      event: 'session.deleted',
      data: { id: session.id, name: 'Gone', deleted_at: expect.stringMatching(/Z$/) },
    });
  });

  test('is made once, however many servers try it at the same time, and not again when it is done', async () => {
    const { id } = await hook();
    await newSession('Once');
    const { id: delivery } = await only(id);
    await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)]);
    await deliver(delivery);
    expect(receiver.received).toHaveLength(1);
  });

  test('waits longer after each failure, keeps its id, and ends after eight tries', async () => {
    const { id } = await hook();
    await newSession('Failing');
    const { id: delivery } = await only(id);
    receiver.answers.push(...Array.from({ length: 8 }, () => 500));
    const waits: (number | null)[] = [];
    for (let turn = 0; turn < 8; turn++) {
      await deliver(delivery);
      // It is not due, so nothing happens.
      await deliver(delivery);
      waits.push((await only(id)).wait);
      await wait(delivery);
    }
    expect(receiver.received).toHaveLength(8);
    expect(new Set(receiver.received.map(({ headers }) => headers['sulcus-delivery']))).toEqual(new Set([delivery]));
    for (const [turn, seconds] of waits.slice(0, 7).entries()) {
      const usual = 30 * 3.6 ** turn;
      expect(seconds).toBeGreaterThan(usual * 0.78);
      expect(seconds).toBeLessThan(usual * 1.22);
    }
    expect(waits[7]).toBeNull();
    expect(await only(id)).toMatchObject({ state: 'failed', tries: 8 });
    expect((await attemptsOf(delivery)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 500));
  });

  test('succeeds after a failure', async () => {
    const { id } = await hook();
    await newSession('Later');
    const { id: delivery } = await only(id);
    receiver.answers.push(503);
    await deliver(delivery);
    await wait(delivery);
    await deliver(delivery);
    expect(await only(id)).toMatchObject({ state: 'delivered', tries: 2 });
  });

  test('is not made to a private address by default', async () => {
    const { id } = await hook();
    await newSession('Private');
    setEnv({ WEBHOOK_ALLOW_PRIVATE: false });
    const { id: delivery } = await only(id);
    await deliver(delivery);
    expect(receiver.received).toEqual([]);
    const [attempt] = await attemptsOf(delivery);
    expect(attempt?.error).toMatch(/^“127\.0\.0\.1” has no public address\./);
  });

  test('is withheld from an owner who has lost the right to read it meanwhile', async () => {
    const guest = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [guest.email]: {} } });
    const { id } = await hook(guest.viewer);
    await newSession('Read once');
    const { id: delivery } = await only(id);
    receiver.answers.push(500);
    await deliver(delivery);
    expect(receiver.received).toHaveLength(1);
    await change(lab.pi, 'project', lab.project.id, { users: { [guest.email]: { remove: true } } });
    await wait(delivery);
    await deliver(delivery);
    expect(receiver.received).toHaveLength(1);
    expect(await only(id)).toMatchObject({ state: 'withheld', reason: 'unreadable' });
  });

  test('is withheld once the account of its owner is closed', async () => {
    const { viewer } = await makePerson();
    const project = await make(viewer, 'project', { name: 'Theirs' });
    const { id } = await hook(viewer);
    await make(viewer, 'session', { name: 'Left behind', projects: [project.id] });
    const { id: delivery } = await only(id);
    await changeAccount(viewer.id, { is_active: false }, systemViewer('test'));
    await deliver(delivery);
    expect(receiver.received).toEqual([]);
    expect(await only(id)).toMatchObject({ state: 'withheld', reason: 'closed' });
  });

  test('waits for nobody while the webhook is paused, and can be asked for again', async () => {
    const { id } = await hook();
    await newSession('Paused');
    const { id: delivery } = await only(id);
    await setWebhookActive(lab.pi, id, false);
    await deliver(delivery);
    expect(await only(id)).toMatchObject({ state: 'withheld', reason: 'paused' });
    await expect(redeliver(lab.pi, id, delivery)).rejects.toMatchObject({ code: 'conflict' });
    await setWebhookActive(lab.pi, id, true);
    await redeliver(lab.pi, id, delivery);
    await deliver(delivery);
    await redeliver(lab.pi, id, delivery);
    await deliver(delivery);
    expect(receiver.received.map(({ headers }) => headers['sulcus-delivery'])).toEqual([delivery, delivery]);
  });
});

describe('a webhook', () => {
  test('is signed with its new secret once that was replaced', async () => {
    const { id, secret } = await hook();
    const newer = await rotateSecret(lab.pi, id);
    expect(newer).not.toBe(secret);
    await sendPing(lab.pi, id);
    await deliver((await only(id)).id);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const time = /^t=(\d+),/.exec(String(headers['sulcus-signature']))?.[1];
    const expected = createHmac('sha256', newer).update(`${time}.${body}`).digest('hex');
    expect(headers['sulcus-signature']).toBe(`t=${time},v1=${expected}`);
  });

  test('is tested though it is paused, once and without a second try', async () => {
    const { id } = await hook();
    await setWebhookActive(lab.pi, id, false);
    await sendPing(lab.pi, id);
    receiver.answers.push(500);
    await deliver((await only(id)).id);
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ event: 'ping', webhook: id });
    expect(await only(id)).toMatchObject({ state: 'failed', tries: 1 });
  });

  test('that answers 410 is turned off, and its owner is told', async () => {
    const { id } = await hook();
    await newSession('Unwanted');
    receiver.answers.push(410);
    await deliver((await only(id)).id);
    expect(await stateOf(id)).toEqual({ is_active: false, off_reason: 'gone' });
    await expectMail('410 Gone');
    await setWebhookActive(lab.pi, id, true);
    expect(await stateOf(id)).toEqual({ is_active: true, off_reason: null });
  });

  test('that fails for days is turned off at the end of a delivery, and its owner is told', async () => {
    const { id } = await hook();
    await newSession('Hopeless');
    const { id: delivery } = await only(id);
    const age = (hours: number) =>
      query(sql`UPDATE webhook SET failing_since = now() - make_interval(hours => ${hours}) WHERE id = ${id}::uuid`);
    const lastTry = async () => {
      await query(
        sql`UPDATE webhook_delivery SET tries = 7, state = 'pending', next_attempt_at = now() WHERE id = ${delivery}::uuid`,
      );
      receiver.answers.push(500);
      await deliver(delivery);
    };
    await age(71);
    await lastTry();
    expect(await stateOf(id)).toEqual({ is_active: true, off_reason: null });
    await age(73);
    await lastTry();
    expect(await stateOf(id)).toEqual({ is_active: false, off_reason: 'failing' });
    await expectMail('three days');
  });

  test('that has answered well in between is not', async () => {
    const { id } = await hook();
    await query(sql`UPDATE webhook SET failing_since = now() - interval '9 days' WHERE id = ${id}::uuid`);
    await newSession('Well');
    await deliver((await only(id)).id);
    const row = await queryOne<{ failing_since: Date | null }>(
      sql`SELECT failing_since FROM webhook WHERE id = ${id}::uuid`,
    );
    expect(row?.failing_since).toBeNull();
  });
});

/** Mails are sent after the answer: waits for the one to the owner that says so. */
async function expectMail(words: string): Promise<void> {
  const folder = path.resolve(env.DATA_DIR, 'mail');
  await vi.waitFor(
    async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
      const mails = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
      const unfolded = mails.map((mail) => mail.replaceAll('=\r\n', '').replaceAll(/\s+/g, ' '));
      expect(unfolded.some((mail) => mail.includes(lab.email) && mail.includes(words))).toBe(true);
    },
    { timeout: 10_000 },
  );
}
