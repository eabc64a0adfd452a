import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed, type ModelName } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import type { UserViewer } from '../viewer';
import { query, sql, transaction } from '../db/sql';
import { createMany } from './create-many';
import { removeRecord } from './remove';
import { restoreRecords } from './restore';
import { recentRecords, searchEverything } from './search';

let lab: Awaited<ReturnType<typeof makeLab>>;
let pi: UserViewer;
let reader: UserViewer;
let stranger: UserViewer;

const session = (name: string, more: Record<string, unknown> = {}) =>
  make(pi, 'session', { name, projects: [lab.project.id], ...more });

beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
  pi = lab.pi;
  stranger = (await makePerson()).viewer;
  const member = await makePerson();
  reader = member.viewer;
  await change(pi, 'project', lab.project.id, { users: { [member.email]: {} } });
  for (const [name, more] of [
    ['Hippocampus', {}],
    ['Hippocampus recording 2', {}],
    ['Left hippocampus', {}],
    ['Subhippocampusical', {}],
    ['Cortex', { description: '<p>Compared with the <b>hippocampus</b> of last week.</p>' }],
    ['Thalamus', { tags: ['Pilot'], name_used_in_storage: 'thal_0007' }],
  ] as const)
    await session(name, more);
});

const titles = async (viewer: UserViewer, text: string, kind: ModelName = 'session') =>
  (await searchEverything(viewer, text)).groups.find((group) => group.kind === kind)?.hits.map(({ title }) => title) ??
  [];

describe('one search', () => {
  it('puts the exact title first, then what begins so, has the word, holds it, and mentions it', async () => {
    expect(await titles(pi, 'hippocampus')).toEqual([
      'Hippocampus',
      'Hippocampus recording 2',
      'Left hippocampus',
      'Subhippocampusical',
      'Cortex',
    ]);
  });

  it('shows where a word stands that neither title nor context holds', async () => {
    const { groups } = await searchEverything(pi, 'compared week');
    expect(groups[0]?.hits).toMatchObject([
      { title: 'Cortex', snippet: 'Compared with the hippocampus of last week.' },
    ]);
  });

  it.each([
    ['hipocampus', 'Hippocampus'],
    ['thalmus', 'Thalamus'],
    ['corttex', 'Cortex'],
  ])('%s is taken for %s', async (typed, title) => {
    const answer = await searchEverything(pi, typed);
    expect(answer.isGuess).toBe(true);
    const hits = answer.groups.flatMap((group) => group.hits);
    expect(hits.map((hit) => hit.title)).toContain(title);
    expect(new Set(hits.map(({ href }) => href)).size, 'each once').toBe(hits.length);
  });

  it.each([
    ['pilot', 'Thalamus'],
    ['thal_0007', 'Thalamus'],
    ['recording hippo', 'Hippocampus recording 2'],
    ['session: cort', 'Cortex'],
    ['cort in:sessions', 'Cortex'],
  ])('%s finds %s', async (typed, title) => {
    expect(await titles(pi, typed)).toContain(title);
  });

  it('goes by number, id and address, of parts too', async () => {
    const { id, number } = lab.session as typeof lab.session & { number: number };
    for (const typed of [`#${number}`, String(id), `https://lab.example.org/sessions/${id}?tab=files`])
      expect(await titles(pi, typed)).toEqual(['S1']);
    const epoch = await make(pi, 'epoch', { name: 'Baseline', session: id, start: 0, end: 1000 });
    expect((await searchEverything(pi, String(epoch.id))).groups).toMatchObject([
      { kind: 'epoch', hits: [{ title: 'Baseline', href: `/sessions/${id}#epoch-${epoch.id}` }] },
    ]);
  });

  it('finds people, groups and what a laboratory has', async () => {
    expect(await titles(stranger, lab.email, 'user')).toEqual(['Ana Santos']);
    expect(await titles(stranger, String(lab.group.name), 'group')).toEqual([lab.group.name]);
    expect(await titles(pi, 'rig', 'setup')).toContain('Rig');
    expect(await titles(pi, 'camera', 'equipment')).toContain('Camera');
  });

  it('keeps to one kind where one is named', async () => {
    const { groups } = await searchEverything(pi, 'subject: M1');
    expect(groups.map(({ kind }) => kind)).toEqual(['subject']);
    expect(groups[0]?.hits[0]).toMatchObject({ title: 'M1', context: expect.arrayContaining([lab.project.name]) });
  });

  it('says how many there are where it shows but some', async () => {
    const { groups } = await searchEverything(pi, 'hippocampus', 2);
    expect(groups[0]).toMatchObject({ hasMore: true, count: 5, hits: [{}, {}] });
    const all = await searchEverything(pi, 'hippocampus', 10);
    expect(all.groups[0]).toMatchObject({ hasMore: false, count: null });
  });
});

describe('scope', () => {
  it.each(['hippocampus', 'hipocampus', 'thal_0007', 'M1', 'Rig', 'NAS', 'compared week'])(
    'a stranger finds nothing of the laboratory by %s, a member what they share',
    async (typed) => {
      const foreign = (await searchEverything(stranger, typed)).groups.flatMap(({ hits }) =>
        hits.map(({ title }) => title),
      );
      const own = (await searchEverything(pi, typed)).groups.flatMap(({ hits }) => hits.map(({ title }) => title));
      expect(own).not.toEqual([]);
      expect(foreign.filter((title) => own.includes(title))).toEqual([]);
    },
  );

  it('a member of the project reads its records, not the setups of the laboratory', async () => {
    expect(await titles(reader, 'hippocampus')).toContain('Hippocampus');
    expect(await titles(reader, 'rig', 'setup')).toEqual([]);
  });

  it('ids, numbers and addresses tell nothing', async () => {
    const { id, number } = lab.session as typeof lab.session & { number: number };
    for (const typed of [`#${number}`, String(id), `/sessions/${id}`])
      expect(await titles(stranger, typed)).toEqual([]);
    expect(await recentRecords(stranger, [`sessions/${id}`])).toEqual([]);
  });

  it('what is deleted vanishes and comes back', async () => {
    const gone = await session('Quokka');
    expect(await titles(pi, 'quokka')).toEqual(['Quokka']);
    const { deletion } = await removeRecord(pi, modelNamed('session'), gone.id);
    expect(await titles(pi, 'quokka')).toEqual([]);
    await restoreRecords(pi, deletion);
    expect(await titles(pi, 'quokka')).toEqual(['Quokka']);
  });
});

describe('among more records than are read through', () => {
  beforeAll(async () => {
    await session('Old quetzal night', { description: '<p>A zebrafinch sang.</p>', tags: ['heirloom'] });
    await session('Oldest', { description: '<p>Daylight.</p>' });
    const many = Array.from({ length: 1100 }, (_, n) => ({
      name: `bulk-${String(n).padStart(4, '0')}`,
      description: '<p>Daylight.</p>',
      projects: [lab.project.id],
    }));
    await transaction((tx) => createMany(tx, pi, modelNamed('session'), many));
    await query(sql`ANALYZE session, session_projects`);
  });

  it.each([
    ['old quetzal', 'the beginning of a title'],
    ['quetzal', 'a word of a title'],
    ['uetza', 'a part of a word'],
    ['zebrafinch', 'a word of a text'],
    ['zebrafinch night', 'words of both'],
    ['heirloom', 'a tag'],
  ])('%s (%s) still finds the oldest', async (typed) => {
    expect(await titles(pi, typed)).toEqual(['Old quetzal night']);
    expect(await titles(reader, typed)).toEqual(['Old quetzal night']);
    expect(await titles(stranger, typed)).toEqual([]);
  });

  it('a frequent word shows some and does not count', async () => {
    const { groups } = await searchEverything(pi, 'in:sessions daylight');
    expect(groups[0]).toMatchObject({ hasMore: true, count: null });
    expect(groups[0]?.hits.length).toBe(5);
  });

  it('a whole name is first among those that begin so', async () => {
    expect((await titles(pi, 'bulk-0007'))[0]).toBe('bulk-0007');
    expect((await titles(pi, 'bulk-00'))[0]).toMatch(/^bulk-00/);
    expect(await titles(pi, 'olld quetzal night')).toContain('Old quetzal night');
  });
});

it('leads back to what was opened, then to what changed last', async () => {
  const recent = await recentRecords(reader, [`subjects/${lab.subject.id}`, 'sessions/nothing', '../x']);
  expect(recent[0]).toMatchObject({ title: 'M1', kind: 'Subject' });
  expect(recent.map(({ kind }) => kind)).toContain('Session');
});

describe('what stands on the page of a session', () => {
  let home: string;
  let epoch: string;

  beforeAll(async () => {
    home = String((await session('Homecoming')).id);
    epoch = String((await make(pi, 'epoch', { session: home, name: 'Quiet wakefulness', start: 0, end: 1000 })).id);
    await make(pi, 'dataacquisition', { session: home, type: 'Audio', notes: 'Microphone moved to the ceiling.' });
  });
  const groupsFor = async (viewer: UserViewer, text: string) =>
    (await searchEverything(viewer, text)).groups.map(({ kind, hits }) => [kind, hits.map(({ href }) => href)]);

  it('is found by its name or its notes, and leads to its place there', async () => {
    expect(await groupsFor(pi, 'wakefulness')).toEqual([['epoch', [`/sessions/${home}#epoch-${epoch}`]]]);
    const { groups } = await searchEverything(pi, 'microphone ceiling');
    expect(groups).toMatchObject([
      {
        kind: 'dataacquisition',
        hits: [{ title: 'Audio', context: ['Homecoming'], snippet: expect.stringContaining('Microphone moved') }],
      },
    ]);
    // Its id leads there too.
    expect(await groupsFor(pi, epoch)).toEqual([['epoch', [`/sessions/${home}#epoch-${epoch}`]]]);
  });

  it('is only for who may read the session', async () => {
    expect(await groupsFor(reader, 'wakefulness')).toHaveLength(1);
    expect(await groupsFor(stranger, 'wakefulness')).toEqual([]);
    expect(await groupsFor(stranger, 'epoch: wakefulness')).toEqual([]);
  });

  it('comes after records with pages of their own, and is not looked for beside an exact name', async () => {
    await session('Wakefulness pilot');
    expect((await groupsFor(pi, 'wakefulness')).map(([kind]) => kind)).toEqual(['session', 'epoch']);
    expect((await groupsFor(pi, 'wakefulness pilot')).map(([kind]) => kind)).toEqual(['session']);
  });

  it('is found by short words in what changed last, when one asks for its kind', async () => {
    await make(pi, 'epoch', { session: home, name: 'Go', start: 1000, end: 2000 });
    expect(await titles(pi, 'epochs: go', 'epoch')).toEqual(['Go']);
    expect(await titles(stranger, 'epochs: go', 'epoch')).toEqual([]);
  });
});

it('what was opened of late comes first among equals', async () => {
  const [one, two] = [await session('Opened twin a'), await session('Opened twin b')];
  const found = async (opened: string[]) =>
    (await searchEverything(pi, 'opened twin', 5, opened)).groups[0]?.hits.map(({ title }) => title);
  expect(await found([])).toEqual(['Opened twin b', 'Opened twin a']);
  expect(await found([`sessions/${one.id}`])).toEqual(['Opened twin a', 'Opened twin b']);
  // Never before what fits better, nor by the id of another kind.
  expect((await searchEverything(pi, 'opened twin b', 5, [`sessions/${one.id}`])).groups[0]?.hits[0]).toMatchObject({
    href: `/sessions/${two.id}`,
  });
  expect(await found([`subjects/${one.id}`])).toEqual(['Opened twin b', 'Opened twin a']);
});
