import { beforeAll, beforeEach, expect, test } from 'vitest';
import { models } from '@/lib/models';
import { change, make } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, queryOne, sql } from '../db/sql';
import { newId } from '../id';
import { removeRecord } from '../operations/remove';
import type { UserViewer } from '../viewer';
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhooks,
  redeliver,
  removeWebhook,
  rotateSecret,
  sendPing,
  setWebhookActive,
  type WebhookInput,
} from './manage';
import { readLog, readTries } from './read-log';
import { openSecret } from './secret';

let owner: UserViewer;
let other: UserViewer;
let otherEmail: string;

const input = (changes: Partial<WebhookInput> = {}): WebhookInput => ({
  name: 'Pipeline',
  url: 'https://receiver.example/hook/key-1234',
  events: ['session.created'],
  project: '',
  ...changes,
});
const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { problems: { path: string; message: string }[] }) =>
      error.problems.map(({ path, message }) => `${path}: ${message}`),
  );

beforeAll(async () => {
  ({ viewer: owner } = await makePerson());
  ({ viewer: other, email: otherEmail } = await makePerson());
});
beforeEach(async () => {
  for (const viewer of [owner, other]) for (const { id } of await listWebhooks(viewer)) await removeWebhook(viewer, id);
});

test('everything wrong is said at once, each at its field, and nothing is written', async () => {
  const wrong = input({ name: ' ', url: 'http://localhost/', events: ['session.opened'], project: newId() });
  expect(await problemsOf(createWebhook(owner, wrong))).toEqual([
    'name: Name the webhook after what receives it, such as “Pipeline”.',
    'url: “localhost” has no public address. Webhooks are delivered to public addresses only.',
    'events: There is no event “session.opened”.',
    'project: There is no such project, or you may not see it.',
  ]);
  expect(await problemsOf(createWebhook(owner, input({ name: 'x'.repeat(101), url: '', events: [] })))).toEqual([
    'name: Use at most 100 characters.',
    'url: Expected an address such as https://pipeline.example.org/sulcus.',
    'events: Choose at least one event.',
  ]);
  expect(await listWebhooks(owner)).toEqual([]);
});

test('a project must be one that its owner may see, and not be deleted', async () => {
  const project = await make(other, 'project', { name: 'Theirs' });
  const of = input({ project: String(project.id) });
  const refused = ['project: There is no such project, or you may not see it.'];
  expect(await problemsOf(createWebhook(owner, of))).toEqual(refused);
  expect(await problemsOf(createWebhook(owner, input({ project: '7' })))).toEqual(refused);
  expect(await problemsOf(createWebhook(other, of))).toEqual([]);
  await removeRecord(other, models.project, project.id);
  expect(await problemsOf(createWebhook(other, of))).toEqual(refused);
});

test('somebody else’s webhook does not exist for anything', async () => {
  const { id } = await createWebhook(owner, input());
  await sendPing(owner, id);
  const { deliveries } = await readLog(owner, id, {});
  const delivery = deliveries[0]?.id ?? '';
  const attempts = [
    () => getWebhook(other, id),
    () => changeWebhook(other, id, input({ name: 'Mine' })),
    () => setWebhookActive(other, id, false),
    () => rotateSecret(other, id),
    () => sendPing(other, id),
    () => redeliver(other, id, delivery),
    () => readLog(other, id, {}),
    () => readTries(other, id, delivery),
    () => removeWebhook(other, id),
    () => getWebhook(owner, 'nonsense'),
    () => getWebhook(owner, '7'),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  expect(await getWebhook(owner, id)).toMatchObject({ name: 'Pipeline', is_active: true });
  // Through a webhook of one's own neither.
  const { id: own } = await createWebhook(other, input());
  await expect(redeliver(other, own, delivery)).rejects.toMatchObject({ code: 'conflict' });
  expect(await readTries(other, own, delivery)).toBeNull();
});

test('the secret is kept encrypted, and neither it nor the key in the address is in the audit log', async () => {
  const { id, secret } = await createWebhook(owner, input());
  const newer = await rotateSecret(owner, id);
  await removeWebhook(owner, id);
  const entries = await query<{ action: string; text: string }>(
    sql`SELECT action, coalesce(before::text, '') || coalesce(after::text, '') AS text FROM audit_log WHERE record_id = ${id}::uuid ORDER BY id`,
  );
  expect(entries.map(({ action }) => action)).toEqual(['create', 'update', 'delete']);
  for (const { text } of entries) for (const word of [secret, newer, 'key-1234']) expect(text).not.toContain(word);
  expect(entries[0]?.text).toContain('receiver.example');

  const { id: kept, secret: clear } = await createWebhook(owner, input());
  const row = await queryOne<{ secret: Buffer }>(sql`SELECT secret FROM webhook WHERE id = ${kept}::uuid`);
  expect(row?.secret.includes(clear)).toBe(false);
  expect(openSecret(row?.secret ?? Buffer.alloc(0), kept)).toBe(clear);
});

test('a person has twenty at most, also when they make several at the same time', async () => {
  const made = await Promise.allSettled(Array.from({ length: 25 }, () => createWebhook(owner, input())));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  await expect(createWebhook(owner, input())).rejects.toMatchObject({ code: 'conflict' });
});

test('changes are kept, events in the order in which they are offered', async () => {
  const { id } = await createWebhook(other, input());
  const events = ['session.deleted', 'session.created', 'session.created'];
  const project = await make(other, 'project', { name: 'Chosen' });
  await changeWebhook(
    other,
    id,
    input({ name: ' New ', url: 'https://EXAMPLE.org/x', events, project: String(project.id) }),
  );
  expect(await getWebhook(other, id)).toMatchObject({
    name: 'New',
    url: 'https://example.org/x',
    events: ['session.created', 'session.deleted'],
    project_id: project.id,
  });
  // A project that was shared with them may be chosen too.
  const shared = await make(owner, 'project', { name: 'Shared' });
  await change(owner, 'project', shared.id, { users: { [otherEmail]: {} } });
  await changeWebhook(other, id, input({ project: String(shared.id) }));
  expect(await getWebhook(other, id)).toMatchObject({ project_id: shared.id });
});

test('the log is read in pages and by state', async () => {
  const { id } = await createWebhook(owner, input());
  for (let turn = 0; turn < 30; turn++) await sendPing(owner, id);
  await query(
    sql`UPDATE webhook_delivery SET state = 'failed' WHERE id IN (SELECT id FROM webhook_delivery WHERE webhook_id = ${id}::uuid ORDER BY id LIMIT 3)`,
  );
  const first = await readLog(owner, id, {});
  const second = await readLog(owner, id, { before: first.older ?? '' });
  expect([first.deliveries.length, second.deliveries.length, second.older]).toEqual([25, 5, null]);
  const ids = [...first.deliveries, ...second.deliveries].map((row) => row.id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect((await readLog(owner, id, { state: 'failed' })).deliveries).toHaveLength(3);
  expect((await readLog(owner, id, { state: 'nonsense', before: 'nonsense' })).deliveries).toHaveLength(25);
});
