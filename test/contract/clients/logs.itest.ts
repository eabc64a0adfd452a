import { beforeAll, describe, expect, it } from 'vitest';
import { apiAs, type Answer, type Send } from '@/test/api';
import { change } from '@/test/lab';
import { makeColleague } from '@/test/world';
import type { Row } from '../compare';
import { makeContractWorld, type ContractWorld } from '../world';
import { detailsOf } from './details';

/** Entries of logs change only by their three actions, each of which answers the whole log (CONTRACT sections 5 and 6). */

let world: ContractWorld;
let member: Send;
beforeAll(async () => {
  world = await makeContractWorld();
  const reader = await makeColleague('Reader');
  await change(world.owner, 'project', world.labs[0]?.project ?? '', { users: { [reader.email]: {} } });
  member = await apiAs(reader);
});

const logs = [
  { name: 'subjectlog', key: 'subject_log', type: 'Weighing', time: 'date_time', parent: 'subject' },
  { name: 'subjectlog', key: 'subject_log', type: 'WaterDeprivation', time: 'start_date_time', parent: 'subject' },
  { name: 'procedurelog', key: 'procedure_log', type: 'LinearDisplacement', time: 'date_time', parent: 'procedure' },
] as const;

/** The same with bare numbers in place of quantities, as older clients send them. */
const bareOf = (details: Row): Row =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'object' && value && 'value' in value ? value.value : value,
    ]),
  );
const at = (hour: number) => `2026-03-14T${String(hour).padStart(2, '0')}:30:00.000Z`;
const naming = (answer: Answer) => [answer.status, Object.keys(answer.body as object)];

describe.each(logs)('a $type log ($time)', ({ name, key, type, time, parent }) => {
  const details = detailsOf(name, type, 1) as Row; // logs are families of objects
  let place: string;
  beforeAll(async () => {
    const input = { type, [parent]: world.labs[0]?.tree[parent], description: 'Daily' };
    const made = await world.send('POST', `private/modules/${name}/`, input);
    expect(made.status, made.text).toBe(201);
    place = `private/modules/${name}/${(made.body as Record<string, { id: string }>)[key]?.id}`;
  });

  const entriesOf = (answer: Answer): Row[] => {
    expect(answer.status, answer.text).toBe(200);
    expect(Object.keys(answer.body as object)[0]).toBe(key);
    return (answer.body as Record<string, { entries: Row[] }>)[key]?.entries ?? [];
  };

  it('takes entries by PATCH and POST, slash or none, and answers all of them, the newest first', async () => {
    await world.send('PATCH', `${place}/add_entry`, { [time]: at(8), notes: 'First', details });
    await world.send('POST', `${place}/add_entry/`, { [time]: at(10), details: bareOf(details) });
    const last = await world.send('PATCH', `${place}/add_entry/`, { [time]: at(9), notes: [], details });
    const entries = entriesOf(last);
    expect(entries.map((entry) => entry[time])).toEqual([at(10), at(9), at(8)]);
    expect(entries.map((entry) => entry.details)).toEqual([details, details, details]);
    expect(entries.map((entry) => entry.notes)).toEqual([null, null, 'First']);
    expect(entriesOf(await world.send('GET', `${place}/`))).toEqual(entries);
  });

  it('refuses two entries at one time, at the key of the time', async () => {
    for (const moment of [at(8), '2026-03-14T09:30:00+01:00']) {
      const twin = await world.send('PATCH', `${place}/add_entry`, { [time]: moment, details });
      expect(naming(twin)).toEqual([400, [time]]);
      expect(twin.text).toMatch(/has an entry at 2026-03-14T08:30:00.000Z already/);
    }
  });

  it('asks for the time when the body is empty, as Python sends it, or missing', async () => {
    for (const action of ['add_entry', 'change_entry', 'remove_entry'])
      for (const body of [{}, undefined]) {
        const answer = await world.send('PATCH', `${place}/${action}`, body);
        const said = (answer.body as Record<string, string[]>)[time];
        expect([answer.status, said]).toEqual([400, [expect.stringMatching(/time of the entry/)]]);
      }
  });

  it('changes the keys that are sent of the entry at that time, and moves it by new_date_time', async () => {
    const edit = (input: Row) => world.send('PATCH', `${place}/change_entry`, input);
    const changed = entriesOf(await edit({ [time]: at(9), notes: 'Changed' }));
    expect(changed.find((entry) => entry[time] === at(9))).toMatchObject({ notes: 'Changed', details });
    const moved = entriesOf(await edit({ date_time: at(9), new_date_time: at(11) }));
    expect(moved[0]).toMatchObject({ [time]: at(11), notes: 'Changed' });
    expect(naming(await edit({ [time]: at(11), new_date_time: at(8) }))).toEqual([400, [time]]);
    expect(naming(await edit({ [time]: at(23), notes: 'x' }))).toEqual([400, [time]]);
  });

  it('removes the entry at that time, once', async () => {
    const left = entriesOf(await world.send('PATCH', `${place}/remove_entry`, { [time]: at(11) }));
    expect(left.map((entry) => entry[time])).toEqual([at(10), at(8)]);
    expect(naming(await world.send('PATCH', `${place}/remove_entry`, { [time]: at(11) }))).toEqual([400, [time]]);
  });

  it('says what is wrong with an entry, all of it at once', async () => {
    const wrong = { [time]: 'noon', notes: 'x'.repeat(501), detials: {}, performed_by: 'Ana' };
    const answer = await world.send('PATCH', `${place}/add_entry`, wrong);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body as object)).toEqual(
      expect.arrayContaining([time, 'detials', 'notes', 'performed_by']),
    );
    expect((await world.send('PATCH', `${place}/add_entry`, [])).status).toBe(400);
    expect((await world.send('GET', `${place}/add_entry/`)).status).toBe(405);
  });

  it('leaves its entries and its type as they are when the log itself is written', async () => {
    const before = entriesOf(await world.send('GET', place));
    expect(entriesOf(await world.send('PATCH', place, { entries: [], description: 'Other' }))).toEqual(before);
    const other = name === 'subjectlog' ? 'Genotyping' : 'Impedances';
    expect(naming(await world.send('PATCH', place, { type: other }))).toEqual([400, ['type']]);
  });

  it('is changed by contributors: members get 403, strangers 404', async () => {
    for (const action of ['add_entry', 'change_entry', 'remove_entry']) {
      expect((await member('PATCH', `${place}/${action}`, { [time]: at(8) })).status).toBe(403);
      expect((await world.sendAsGuest('PATCH', `${place}/${action}`, { [time]: at(8) })).status).toBe(404);
    }
  });

  it('refuses a change that is based on an older version', async () => {
    const tag = { 'if-match': (await world.send('GET', place)).headers.get('etag') ?? '' };
    const add = (hour: number) => world.send('PATCH', `${place}/add_entry`, { [time]: at(hour), details }, tag);
    expect((await add(13)).status).toBe(200);
    expect((await add(14)).status).toBe(412);
  });
});

it('an interval ends after it starts, and may be open', async () => {
  const input = { type: 'WaterDeprivation', subject: world.labs[0]?.tree.subject };
  const made = await world.send('POST', 'private/modules/subjectlog/', input);
  const place = `private/modules/subjectlog/${(made.body as { subject_log: { id: string } }).subject_log.id}`;
  const details = detailsOf('subjectlog', input.type, 1);
  const start_date_time = at(10);
  const send = (action: string, end_date_time: string | null) =>
    world.send('PATCH', `${place}/${action}`, { start_date_time, end_date_time, details });
  expect(naming(await send('add_entry', at(9)))).toEqual([400, ['end_date_time']]);
  expect((await send('add_entry', null)).body).toMatchObject({
    subject_log: { entries: [{ start_date_time, end_date_time: null }] },
  });
  expect((await send('change_entry', at(12))).body).toMatchObject({
    subject_log: { entries: [{ end_date_time: at(12) }] },
  });
});
