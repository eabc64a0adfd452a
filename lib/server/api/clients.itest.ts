import { beforeAll, describe, expect, it } from 'vitest';
import { apiAs, type Answer, type Send } from '@/test/api';
import { makeWorld, type World } from '@/test/world';

type Json = Record<string, unknown>;
let world: World;
let send: Send;

beforeAll(async () => {
  world = await makeWorld();
  send = await apiAs(world.people.superuser ?? world.owner);
});

/** What each client's loader sends by default: the address, the key of its list, what it includes, and its filters. */
const loaders: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'stem/project',
    'projects',
    ['sessions', 'subjects', 'collections', 'cohorts'],
    ['name.icontains', 'description.icontains', 'sessions.id', 'subjects.id', 'tags', 'id'],
  ],
  [
    'stem/subject',
    'subjects',
    ['procedures', 'subjectlogs'],
    ['name.icontains', 'description.icontains', 'projects.id', 'strain.id', 'sex', 'tags', 'id'],
  ],
  [
    'stem/session',
    'sessions',
    ['dataacquisition', 'behaviors', 'manipulations', 'epochs'],
    ['name.icontains', 'description.icontains', 'projects.id', 'datastorage.id', 'tags', 'id'],
  ],
  ['stem/collection', 'collections', ['sessions'], ['name.icontains', 'description.icontains', 'tags', 'id']],
  ['stem/cohort', 'cohorts', ['subjects'], ['name.icontains', 'description.icontains', 'tags', 'id']],
  ['modules/behavior', 'behaviors', [], ['session.id', 'tags', 'id']],
  ['modules/dataacquisition', 'data_acquisitions', [], ['session.id', 'tags', 'id']],
  ['modules/manipulation', 'manipulations', [], ['session.id', 'tags', 'id']],
  ['modules/procedure', 'procedures', [], ['subject.id', 'tags', 'id']],
  ['modules/procedurelog', 'procedure_logs', [], ['procedure.id', 'subject.id', 'tags', 'id']],
  ['modules/subjectlog', 'subject_logs', [], ['subject.id', 'tags', 'type', 'description.icontains', 'id']],
  ['modules/equipment', 'equipment', [], ['name.icontains', 'setup.id', 'session.id', 'tags', 'id']],
  ['modules/consumablestock', 'consumable stocks', [], ['subject.id', 'tags', 'id']],
  ['personal_attributes/behavioralassay', 'behavioralassays', [], ['name.icontains', 'tags', 'id']],
  ['personal_attributes/datastorage', 'datastorages', [], ['name.icontains', 'tags', 'id']],
  ['personal_attributes/setup', 'setups', [], ['name.icontains', 'tags', 'id']],
  ['resources/hardwaredevice', 'hardwaredevices', [], ['name.icontains', 'tags', 'id']],
  ['taxonomies/brainregion', 'brain_regions', [], ['name.icontains', 'tags', 'id']],
  ['taxonomies/species', 'species', [], ['name.icontains', 'tags', 'id']],
  ['taxonomies/strain', 'strains', [], ['name.icontains', 'species.id', 'tags', 'id']],
  ['dissemination/publication', 'publications', [], ['name.icontains', 'tags', 'id']],
  ['users/laboratory', 'laboratories', [], ['name.icontains', 'tags', 'id']],
];

const listOf = ({ body }: Answer, key: string): Json[] => (body as Record<string, Json[]>)[key] ?? []; // parsed JSON
/** The percent-encoded spelling of Python and the raw one of MATLAB. */
const spellings = [
  ['Python', encodeURIComponent],
  ['MATLAB', (text: string) => text],
] as const;

describe.each(loaders)('the loaders of %s', (address, key, includes, filters) => {
  it.each(spellings)('get what they ask for as %s spells it', async (_, spell) => {
    const including = includes.map((name) => `${spell('include[]')}=${spell(`${name}.*`)}`).join('&');
    const plain = await send('GET', `private/${address}/?${including}&limit=100&offset=0`);
    expect(plain.status, plain.text.slice(0, 300)).toBe(200);
    expect(Object.keys(plain.body as Json)[0]).toBe(key);
    expect(plain.body).toMatchObject({ count: expect.any(Number), next: null, previous: null });
    const all = listOf(plain, key);
    expect(all.length).toBeGreaterThan(0);
    const [name] = includes;
    if (name)
      expect(all.flatMap((record) => record[name] as unknown[]).every((part) => typeof part === 'object')).toBe(true); // relations are lists

    for (const filter of filters) {
      const id = String(all[0]?.id);
      const values: Readonly<Record<string, string>> = {
        id,
        tags: 'no such tag',
        sex: 'F',
        type: 'Weighing',
        'name.icontains': 'x',
        'description.icontains': 'no such words',
        'session.id': world.home.session,
        'sessions.id': world.home.session,
        'subject.id': world.home.subject,
        'subjects.id': world.home.subject,
        'projects.id': world.home.project,
        'procedure.id': world.home.procedure,
        'setup.id': world.home.setup,
        'datastorage.id': world.home.datastorage,
        'strain.id': world.catalogue.strain,
        'species.id': world.catalogue.species,
      };
      const value = spell(values[filter] ?? '');
      const answer = await send(
        'GET',
        `private/${address}/?${spell(`filter{${filter}}`)}=${value}`.replaceAll(' ', '+'),
      );
      expect(answer.status, `${filter}: ${answer.text}`).toBe(200);
      const { count } = answer.body as { count: number }; // parsed JSON
      if (filter === 'id') expect(listOf(answer, key).map((record) => record.id)).toEqual([all[0]?.id]);
      else if (filter === 'tags' || filter === 'description.icontains') expect(count, filter).toBe(0);
      else expect([count > 0, count <= all.length || all.length === 100], filter).toEqual([true, true]);
    }
  });
});

it.each([
  ['users/group', 'auth/group'],
  ['stem/projectmembershipinvitation', 'stem/project_membership_invitation'],
  ['stem/projectgroupmembershipinvitation', 'stem/project_group_membership_invitation'],
  ['users/groupmembershipinvitation', 'users/group_membership_invitation'],
  ['users/groupmembershiprequest', 'users/group_membership_request'],
])('%s is served as %s too', async (one, other) => {
  const [first, second] = [await send('GET', `private/${one}/`), await send('GET', `private/${other}/`)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(listOf(second, Object.keys(first.body as Json)[0] ?? '')).toEqual(
    listOf(first, Object.keys(first.body as Json)[0] ?? ''),
  );
});

it('options are taken without a slash, by GET and PATCH, as Python sends them', async () => {
  const log = `private/modules/subjectlog/${world.home.subjectlog}`;
  const entry = { date_time: '2026-11-01T08:00:00Z', details: { weight: 21 } };
  for (const [option, body] of [
    ['add_entry', entry],
    ['change_entry', { date_time: entry.date_time, notes: 'ok' }],
    ['remove_entry', { date_time: entry.date_time }],
  ] as const) {
    const answer = await send('PATCH', `${log}/${option}`, body);
    expect([answer.status, Object.keys(answer.body as Json)], answer.text).toEqual([200, ['subject_log']]);
  }
  const invitations = await send('GET', 'private/users/groupmembershipinvitation/');
  const [key = ''] = Object.keys(invitations.body as Json);
  const guest = await apiAs(world.people.stranger ?? world.owner);
  const [mine] = listOf(await guest('GET', 'private/users/groupmembershipinvitation/'), key);
  const rejected = await guest('GET', `private/users/groupmembershipinvitation/${String(mine?.id)}/reject`);
  expect(rejected.status, rejected.text).toBe(200);
});

it('the public portal ignores a token, also one that is no more', async () => {
  const nobody = await apiAs(null);
  const plain = await nobody('GET', 'public/stem/project/');
  const stale = await nobody('GET', 'public/stem/project/', undefined, { authorization: 'Bearer long-gone' });
  expect([stale.status, stale.body]).toEqual([200, plain.body]);
  expect(listOf(plain, 'projects').length).toBeGreaterThan(0);
});
