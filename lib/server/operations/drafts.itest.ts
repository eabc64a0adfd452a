import { beforeAll, beforeEach, expect, test } from 'vitest';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { discardDraft, draftKeys, forgetOldDrafts, listDrafts, loadDrafts, saveDraft } from './drafts';
import { endPresence, notePresence } from './presence';

let pi: UserViewer;
let stranger: UserViewer;
let session: string;
let projectId: string;
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;

const place = () => `session:${session}`;
const draft = (
  viewer: UserViewer,
  changes: Record<string, unknown> = {},
  values: Record<string, unknown> = { name: 'Typed' },
) => ({
  owner: viewer.id,
  key: `session:${session}:general`,
  place: place(),
  model: 'session',
  recordId: session,
  href: `/sessions/${session}/edit`,
  writer: 'page-1',
  sequence: 1,
  content: { at: 1, values, base: { name: 'S1' }, version: 1, titles: {} },
  ...changes,
});
const typed = async (viewer: UserViewer) =>
  (await loadDrafts(viewer, place())).map(({ content }) => (JSON.parse(content) as { values: unknown }).values);

beforeAll(async () => {
  catalogue = await makeCatalogue();
  const lab = await makeLab(catalogue);
  pi = lab.pi;
  session = String(lab.session.id);
  projectId = String(lab.project.id);
  ({ viewer: stranger } = await makePerson());
});
beforeEach(() => query(sql`DELETE FROM draft`));

test('a draft is kept, replaced and discarded by its owner alone', async () => {
  await saveDraft(pi, draft(pi));
  await saveDraft(stranger, draft(stranger, {}, { name: 'Mine' }));
  await saveDraft(pi, draft(pi, { sequence: 2 }, { name: 'Typed on', notes: 'nul \0 and \ud800' }));
  expect(await typed(pi)).toEqual([{ name: 'Typed on', notes: 'nul \0 and \ud800' }]);
  expect(await typed(stranger)).toEqual([{ name: 'Mine' }]);
  await discardDraft(stranger, draft(pi).key);
  expect(await typed(pi)).toHaveLength(1);
  await discardDraft(pi, draft(pi).key);
  expect(await typed(pi)).toEqual([]);
});

test('what a closed page said before comes too late, another page does not', async () => {
  const first = await saveDraft(pi, draft(pi, { sequence: 5 }));
  expect(first.at).toBeGreaterThan(0);
  expect((await saveDraft(pi, draft(pi, { sequence: 4 }, { name: 'Earlier' }))).at).toBe(first.at);
  expect(await typed(pi)).toEqual([{ name: 'Typed' }]);
  await saveDraft(pi, draft(pi, { sequence: 1, writer: 'page-2' }, { name: 'In another browser' }));
  expect(await typed(pi)).toEqual([{ name: 'In another browser' }]);
});

test('a list names what may be read, and nothing else', async () => {
  const epoch = (viewer: UserViewer) =>
    draft(
      viewer,
      { key: `epoch:new:${session}`, model: 'epoch', recordId: null, sequence: 1 },
      { name: 'Baseline', session },
    );
  for (const viewer of [pi, stranger]) {
    await saveDraft(viewer, draft(viewer));
    await saveDraft(viewer, epoch(viewer));
  }
  const told = async (viewer: UserViewer) =>
    (await listDrafts(viewer)).map(({ kind, title, within }) => [kind, title, within]);
  expect(await told(pi)).toEqual([
    ['Epoch', 'Baseline', 'S1'],
    ['Session', 'S1', null],
  ]);
  expect(await told(stranger)).toEqual([
    ['Epoch', 'Baseline', null],
    ['Session', 'Session', null],
  ]);
  await saveDraft(pi, draft(pi, { key: 'project:new', place: 'project:new', model: 'project', recordId: null }, {}));
  expect((await listDrafts(pi, 1)).map(({ title }) => title)).toEqual(['New project']);
});

test('what is no draft, too long or one too many is refused', async () => {
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (error: { code: string }) => error.code,
    );
  const wrong = [
    { href: '//elsewhere.example' },
    { href: '/\\elsewhere.example' },
    { href: '/\t/elsewhere.example' },
    { model: 'nothing' },
    { place: 'session' },
    { place: "session:new' OR true" },
    { key: 'a\0b' },
    { more: 1 },
  ];
  for (const changes of wrong) expect(await code(saveDraft(pi, draft(pi, changes)))).toBe('invalid');
  expect(await code(saveDraft(pi, draft(pi, {}, { notes: 'x'.repeat(1024 * 1024) })))).toBe('too_large');
  expect(await code(saveDraft(stranger, draft(pi)))).toBe('not_signed_in');
  for (let index = 0; index < 95; index++) await saveDraft(pi, draft(pi, { key: `project:new:${index}` }));
  // Nor by many that come at the same moment.
  const rest = Array.from({ length: 20 }, (_, index) => saveDraft(pi, draft(pi, { key: `group:new:${index}` })));
  expect((await Promise.all(rest.map(code))).filter((one) => one === 'kept')).toHaveLength(5);
  expect(await code(saveDraft(pi, draft(pi, { key: 'project:new:100' })))).toBe('conflict');
  // One that is there already goes on being kept, and others have their own.
  expect(await code(saveDraft(pi, draft(pi, { key: 'project:new:7', sequence: 2 })))).toBe('kept');
  expect(await code(saveDraft(stranger, draft(stranger)))).toBe('kept');
});

test('what nobody came back for is forgotten after 30 days', async () => {
  await saveDraft(pi, draft(pi));
  await saveDraft(pi, draft(pi, { key: 'old' }));
  await query(sql`UPDATE draft SET updated_at = now() - interval '29 days' WHERE key <> 'old'`);
  await query(sql`UPDATE draft SET updated_at = now() - interval '31 days' WHERE key = 'old'`);
  await forgetOldDrafts();
  expect((await listDrafts(pi)).map(({ key }) => key)).toEqual([draft(pi).key]);
});

test('who has a record open is told to those who may change it, while it is open', async () => {
  const { viewer: member, email } = await makePerson();
  await change(pi, 'project', projectId, { users: { [email]: { can_change: true } } });
  expect(await notePresence(pi, place())).toEqual([]);
  expect(await notePresence(member, place())).toEqual(['Ana Santos']);
  expect(await notePresence(stranger, place())).toEqual([]);
  // Nobody hears of somebody who may not change it.
  expect(await notePresence(pi, place())).toEqual(['Ana Santos']);
  await endPresence(member, place());
  expect(await notePresence(pi, place())).toEqual([]);
  await notePresence(member, place());
  await query(sql`UPDATE presence SET seen_at = now() - interval '1 minute' WHERE user_id = ${member.id}::uuid`);
  expect(await notePresence(pi, place())).toEqual([]);
  expect(await notePresence(pi, 'session:new')).toEqual([]);
});

test('who may read a record but not change it is neither noted nor told of anybody', async () => {
  const project = await make(pi, 'project', { name: 'Open to all', is_public: true });
  const open = await make(pi, 'session', { name: 'Public', projects: [project.id] });
  const { viewer: reader, email } = await makePerson();
  await change(pi, 'project', project.id, { users: { [email]: {} } });
  const at = `session:${open.id}`;
  expect(await notePresence(pi, at)).toEqual([]);
  for (const one of [reader, stranger]) {
    expect(await notePresence(one, at)).toEqual([]);
    expect(await notePresence(one, `project:${project.id}`)).toEqual([]);
  }
  expect(await notePresence(pi, at)).toEqual([]);
  expect(await query(sql`SELECT 1 FROM presence WHERE user_id IN (${reader.id}::uuid, ${stranger.id}::uuid)`)).toEqual(
    [],
  );
});

test('in a catalogue those who change a record directly are told of each other, those who propose are not', async () => {
  const author = (await makePerson()).viewer;
  const pending = await make(author, 'strain', { name: 'Proposed', species: catalogue.species.id });
  const [mine, approved] = [`strain:${pending.id}`, `strain:${catalogue.strain.id}`];
  const administrator: UserViewer = { ...stranger, isSuperuser: true };
  expect(await notePresence(administrator, mine)).toEqual([]);
  expect(await notePresence(author, mine)).toEqual(['Ana Santos']);
  expect(await notePresence(administrator, approved)).toEqual([]);
  expect(await notePresence(author, approved)).toEqual([]);
  expect(await notePresence(administrator, approved)).toEqual([]);
});

test('the keys of several pages are told of one’s own drafts alone, in one look', async () => {
  const entry = (viewer: UserViewer) =>
    draft(viewer, { key: 'subjectlog:1:entry', place: 'subjectlog:1', model: 'subjectlog', recordId: '1' });
  for (const viewer of [pi, stranger]) await saveDraft(viewer, entry(viewer));
  await saveDraft(pi, draft(pi));
  const places = ['subjectlog:1', 'subjectlog:2'];
  expect(await draftKeys(pi, places)).toEqual(
    new Map([
      ['subjectlog:1', ['subjectlog:1:entry']],
      ['subjectlog:2', []],
    ]),
  );
  await discardDraft(pi, 'subjectlog:1:entry');
  expect((await draftKeys(pi, places)).get('subjectlog:1')).toEqual([]);
  expect((await draftKeys(stranger, places)).get('subjectlog:1')).toEqual(['subjectlog:1:entry']);
});

test('the timeline of a session is a draft like any other, named as such', async () => {
  const pending = { changed: {}, added: [{ key: 'new-1', values: { name: 'Baseline' } }], removed: [] };
  const timeline = draft(
    pi,
    { key: `epoch:new:timeline:${session}`, model: 'epoch', recordId: null },
    { name: 'Timeline of the epochs', ...pending },
  );
  await saveDraft(pi, timeline);
  expect(await typed(pi)).toEqual([{ name: 'Timeline of the epochs', ...pending }]);
  expect(await listDrafts(pi)).toMatchObject([{ title: 'Timeline of the epochs', within: 'S1' }]);
});

test('an entry of a log is listed with what the log is kept of', async () => {
  catalogue = await makeCatalogue();
  const lab = await makeLab(catalogue);
  const log = await make(lab.pi, 'subjectlog', { subject: lab.subject.id, type: 'Weighing' });
  const at = `subjectlog:${log.id}`;
  const entry = (viewer: UserViewer) =>
    draft(
      viewer,
      { key: `${at}:entry`, place: at, model: 'subjectlog', recordId: log.id, href: `/subject-logs/${log.id}` },
      { notes: 'Restless' },
    );
  for (const viewer of [lab.pi, stranger]) await saveDraft(viewer, entry(viewer));
  expect(await listDrafts(lab.pi)).toMatchObject([{ kind: 'Subject log', title: 'Weighing log', within: 'M1' }]);
  // Who may not read it hears no more than what they typed.
  expect(await listDrafts(stranger)).toMatchObject([{ kind: 'Subject log', title: 'Subject log', within: null }]);
});
