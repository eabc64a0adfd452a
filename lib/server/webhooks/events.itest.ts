import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { models } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { changeAccount } from '../queries/account';
import { query, sql, transaction } from '../db/sql';
import { createRecord } from '../operations/create';
import { createMany } from '../operations/create-many';
import { removeRecord } from '../operations/remove';
import { restoreRecords } from '../operations/restore';
import { systemViewer, type UserViewer } from '../viewer';
import { createWebhook, removeWebhook, setWebhookActive, listWebhooks } from './manage';
import { spreadEvents } from './spread';

let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
let lab: Awaited<ReturnType<typeof makeLab>>;
let stranger: UserViewer;

const all = ['session.created', 'session.updated', 'session.deleted'];
const hook = (viewer: UserViewer, events = all, project = '') =>
  createWebhook(viewer, { name: 'Pipeline', url: 'https://receiver.example/hook', events, project });
const waiting = async () =>
  (await query<{ event: string }>(sql`SELECT event FROM webhook_event ORDER BY id`)).map(({ event }) => event);
const newSession = (name: string, projects = [lab.project.id]) => make(lab.pi, 'session', { name, projects });

/** The deliveries of a webhook, after all events have become some. */
async function deliveriesOf(id: string): Promise<string[]> {
  while ((await spreadEvents()) > 0);
  const rows = await query<{ event: string; name: string | null }>(
    sql`SELECT event, name FROM webhook_delivery WHERE webhook_id = ${id}::uuid ORDER BY id`,
  );
  return rows.map(({ event, name }) => (name ? `${event} ${name}` : event));
}

beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  ({ viewer: stranger } = await makePerson());
});
beforeEach(async () => {
  for (const viewer of [lab.pi, stranger])
    for (const { id } of await listWebhooks(viewer)) await removeWebhook(viewer, id);
  await query(sql`DELETE FROM webhook_event`);
});

describe('a write', () => {
  test('notes nothing while nobody listens', async () => {
    const { id } = await hook(lab.pi, ['session.deleted']);
    await newSession('Unheard');
    await setWebhookActive(lab.pi, id, false);
    const unheard = await newSession('Unheard too');
    await removeRecord(lab.pi, models.session, unheard.id);
    expect(await waiting()).toEqual([]);
  });

  test('notes what happened: created, changed, deleted, restored', async () => {
    const { id } = await hook(lab.pi);
    const session = await newSession('Heard');
    await change(lab.pi, 'session', session.id, { experimenter: 'Rui' });
    const { deletion } = await removeRecord(lab.pi, models.session, session.id);
    await restoreRecords(lab.pi, deletion);
    const events = ['session.created', 'session.updated', 'session.deleted', 'session.created'];
    expect(await waiting()).toEqual(events);
    expect(await deliveriesOf(id)).toEqual(
      events.map((event) => (event === 'session.deleted' ? `${event} Heard` : event)),
    );
    expect(await waiting()).toEqual([]);
  });

  test('that changes nothing notes nothing', async () => {
    const session = await newSession('Same');
    await hook(lab.pi);
    await change(lab.pi, 'session', session.id, { name: 'Same' });
    expect(await waiting()).toEqual([]);
  });

  test('that is rolled back notes nothing', async () => {
    await hook(lab.pi);
    const failed = transaction(async (tx) => {
      await createRecord(lab.pi, models.session, { name: 'Never', projects: [lab.project.id] }, { tx });
      throw new Error('back');
    });
    await expect(failed).rejects.toThrow('back');
    expect(await waiting()).toEqual([]);
  });

  test('of other models notes nothing', async () => {
    await hook(lab.pi);
    await make(lab.pi, 'project', { name: 'Another' });
    expect(await waiting()).toEqual([]);
  });

  test('of a thousand sessions notes a thousand events', async () => {
    const { id } = await hook(lab.pi);
    const inputs = Array.from({ length: 1000 }, (_, index) => ({ name: `Many ${index}`, projects: [lab.project.id] }));
    await transaction((tx) => createMany(tx, lab.pi, models.session, inputs));
    expect(await waiting()).toHaveLength(1000);
    const deliveries = await deliveriesOf(id);
    expect(deliveries).toHaveLength(1000);
    expect(new Set(deliveries)).toEqual(new Set(['session.created']));
  });
});

describe('a webhook is told', () => {
  test('nothing of what its owner may not read', async () => {
    const { id } = await hook(stranger);
    const session = await newSession('Secret');
    await change(lab.pi, 'session', session.id, { experimenter: 'Rui' });
    await removeRecord(lab.pi, models.session, session.id);
    expect(await deliveriesOf(id)).toEqual([]);
  });

  test('of a deletion, when its owner could read the session just before', async () => {
    const guest = await makePerson();
    const project = await make(lab.pi, 'project', { name: 'Shared' });
    const share = (grant: object) => change(lab.pi, 'project', project.id, { users: { [guest.email]: grant } });
    await share({});
    const { id } = await hook(guest.viewer);
    const [seen, unseen] = [await newSession('Seen', [project.id]), await newSession('Unseen', [project.id])];
    await deliveriesOf(id);
    await removeRecord(lab.pi, models.session, seen.id);
    await share({ remove: true });
    await removeRecord(lab.pi, models.session, unseen.id);
    expect(await deliveriesOf(id)).toEqual(['session.created', 'session.created', 'session.deleted Seen']);
  });

  test('of sessions that go with their project', async () => {
    const project = await make(lab.pi, 'project', { name: 'Leaving' });
    await newSession('With it', [project.id]);
    const { id } = await hook(lab.pi, ['session.deleted']);
    await removeRecord(lab.pi, models.project, project.id);
    expect(await deliveriesOf(id)).toEqual(['session.deleted With it']);
  });

  test('only of its project where it has one', async () => {
    const project = await make(lab.pi, 'project', { name: 'Watched' });
    const { id } = await hook(lab.pi, all, String(project.id));
    const inside = await newSession('Inside', [project.id]);
    const outside = await newSession('Outside');
    for (const session of [inside, outside]) await removeRecord(lab.pi, models.session, session.id);
    // By the time it was looked at, the session was gone, and with it what the owner may read of it.
    expect(await deliveriesOf(id)).toEqual(['session.deleted Inside']);
    await newSession('Inside too', [project.id]);
    await newSession('Outside too');
    expect(await deliveriesOf(id)).toEqual(['session.deleted Inside', 'session.created']);
  });

  test('nothing more of a project that its owner has lost, though they read the session through another', async () => {
    const guest = await makePerson();
    const [watched, other] = [
      await make(lab.pi, 'project', { name: 'Lost' }),
      await make(lab.pi, 'project', { name: 'Kept' }),
    ];
    for (const { id } of [watched, other]) await change(lab.pi, 'project', id, { users: { [guest.email]: {} } });
    const { id } = await hook(guest.viewer, all, String(watched.id));
    await change(lab.pi, 'project', watched.id, { users: { [guest.email]: { remove: true } } });
    const session = await newSession('In both', [watched.id, other.id]);
    expect(await deliveriesOf(id)).toEqual([]);
    await removeRecord(lab.pi, models.session, session.id);
    expect(await deliveriesOf(id)).toEqual([]);
  });

  test('nothing once its owner’s account is closed', async () => {
    const { viewer } = await makePerson();
    const project = await make(viewer, 'project', { name: 'Theirs' });
    const { id } = await hook(viewer);
    const session = await make(viewer, 'session', { name: 'Last', projects: [project.id] });
    await changeAccount(viewer.id, { is_active: false }, systemViewer('test'));
    expect(await deliveriesOf(id)).toEqual([]);
    await removeRecord(systemViewer('test'), models.session, session.id);
    expect(await deliveriesOf(id)).toEqual([]);
  });
});
