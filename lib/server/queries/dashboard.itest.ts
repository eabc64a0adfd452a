import { beforeAll, expect, it } from 'vitest';
import { removeRecord } from '../operations/remove';
import { needsOfSessions } from '../operations/needs-doing';
import { addEntry } from '../operations/log-entries';
import { models } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { anonymousViewer, type UserViewer } from '../viewer';
import { activityOf } from './dashboard-activity';
import { recentProjects } from './dashboard-projects';
import { editedBy } from './dashboard-recent';
import { todayOf } from './dashboard-today';
import { changesIn } from './recent-changes';
import { projectOverview } from './project-overview';

// A Thursday in the laboratory's zone, Europe/Lisbon.
const now = new Date('2026-11-19T11:00:00Z');
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
let lab: Awaited<ReturnType<typeof makeLab>>;
let member: Awaited<ReturnType<typeof makePerson>>;
let stranger: UserViewer;
let project: string;

const sum = (weeks: readonly { mine: number; others: number }[]): [number, number] =>
  weeks.reduce<[number, number]>((total, { mine, others }) => [total[0] + mine, total[1] + others], [0, 0]);

beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  await makeLab(catalogue); // another laboratory's
  member = await makePerson();
  stranger = (await makePerson()).viewer;
  project = String(lab.project.id);
  await change(lab.pi, 'project', project, { users: { [member.email]: {} } });
  const used = { projects: [project], date_time: '2026-11-19T09:30:00Z' };
  const session = await make(lab.pi, 'session', { name: 'Today', ...used });
  await make(lab.pi, 'sessionsubject', { session: session.id, subject: lab.subject.id });
  await make(lab.pi, 'dataacquisition', {
    session: session.id,
    type: 'Audio',
    equipment: [lab.equipment.id],
  });
  // The first second of the day in Lisbon, and one before it; two weeks ago.
  for (const date_time of ['2026-11-19T00:00:00Z', '2026-11-18T23:59:59Z', '2026-11-05T12:00:00Z'])
    await make(lab.pi, 'session', { name: `At ${date_time}`, projects: [project], date_time });
});

it('counts the sessions of each week, one’s own and those of others, within the scope alone', async () => {
  const { weeks } = await activityOf(lab.pi, now);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toEqual({ start: '2026-11-16', mine: 3, others: 0 });
  expect(weeks.at(-3)).toEqual({ start: '2026-11-02', mine: 1, others: 0 });
  expect(sum((await activityOf(member.viewer, now)).weeks)).toEqual([0, 4]);
  expect(sum((await activityOf(stranger, now)).weeks)).toEqual([0, 0]);
  const administrator = (await makePerson({ isSuperuser: true })).viewer;
  expect(sum((await activityOf(administrator, now)).weeks)).toEqual([0, 4]);
});

it('ranks strains, and devices of rigs that one may see', async () => {
  const used = await activityOf(lab.pi, now);
  expect(used.strains).toEqual([{ id: catalogue.strain.id, title: catalogue.strain.name, sessions: 1 }]);
  expect(used.devices).toEqual([{ id: lab.equipment.id, title: 'Camera · Rig', sessions: 1 }]);
  const seen = await activityOf(member.viewer, now);
  expect(seen.strains).toHaveLength(1);
  // The rig is shared with a group that the member is not in.
  expect(seen.devices).toEqual([]);
  expect((await activityOf(stranger, now)).strains).toEqual([]);
});

it('today is the laboratory’s day, with its sessions, procedures and notes', async () => {
  const procedure = await make(lab.pi, 'procedure', {
    subject: lab.subject.id,
    type: 'Craniotomy',
    date_time: '2026-11-19T08:00:00Z',
    coordinates_system: 'Stereotaxic_BregmaBrainSurface',
  });
  const log = await make(lab.pi, 'subjectlog', { subject: lab.subject.id, type: 'Weighing' });
  const entry = { date_time: '2026-11-19T07:00:00Z', details: { weight: 24.1 }, performed_by: lab.pi.number };
  await addEntry(lab.pi, models.subjectlog, String(log.id), entry);
  const items = await todayOf(lab.pi, 20, now);
  expect(items.map(({ model, title }) => [model, title])).toEqual([
    ['session', 'Today'],
    ['procedure', 'Craniotomy'],
    ['subjectlog', 'Weighing'],
    ['session', 'At 2026-11-19T00:00:00Z'],
  ]);
  expect(items[0]).toMatchObject({ at: '2026-11-19T09:30:00.000Z', subjects: 'M1', person: '' });
  expect(items[1]).toMatchObject({ id: procedure.id, subjects: 'M1', person: 'Ana Santos' });
  expect(await todayOf(member.viewer, 20, now)).toHaveLength(items.length);
  expect(await todayOf(stranger, 20, now)).toEqual([]);
  expect(await todayOf(lab.pi, 1, now)).toHaveLength(1);
});

it('what one worked on last counts modules as their session, and nothing of others', async () => {
  const session = await make(lab.pi, 'session', { name: 'Edited', projects: [project] });
  await make(lab.pi, 'epoch', { session: session.id, name: 'Run', start: 0, end: 1000 });
  await change(lab.pi, 'subject', String(lab.subject.id), { genotype: 'wt' });
  const edited = await editedBy(lab.pi, 2);
  expect(edited).toMatchObject([
    { model: 'subject', id: lab.subject.id },
    { model: 'session', id: session.id, times: 2 },
  ]);
  expect(await editedBy(member.viewer, 5)).toEqual([]);
  expect(await editedBy({ ...lab.pi, via: 'token' }, 2)).toEqual(edited);
});

it('a session of one’s own asks for its storage and for what its session.toml lacks, until it has them', async () => {
  const { viewer } = member;
  await change(lab.pi, 'project', project, { users: { [member.email]: { can_change: true } } });
  const session = await make(viewer, 'session', { name: 'Unfinished', projects: [project] });
  const found = async (who: UserViewer) => (await needsOfSessions(who)).unfinished.find(({ id }) => id === session.id);
  const needs = await found(viewer);
  expect(needs).toMatchObject({ name: 'Unfinished', lacksStorage: true });
  expect(needs?.missing.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['date_time', 'experimenter', 'description', 'subjects', 'ttls', 'cameras']),
  );
  // It is the member’s to finish, not the PI’s; a reader can finish nothing.
  expect(await found(lab.pi)).toBeUndefined();
  expect(await found(stranger)).toBeUndefined();
  await change(lab.pi, 'session', String(session.id), { description: '<p>A run.</p>' });
  expect((await found(viewer))?.missing.map(({ field }) => field)).not.toContain('description');
  await change(lab.pi, 'project', project, { users: { [member.email]: { can_change: false } } });
  expect(await found(viewer)).toBeUndefined();
  await removeRecord(lab.pi, models.session, String(session.id));
});

it('records that keep one’s own sessions from archives are named once, with their fields, to who may change them', async () => {
  const [own, reader] = [await makeLab(catalogue), await makePerson()];
  const projects = [own.project.id];
  await change(own.pi, 'project', String(own.project.id), { users: { [reader.email]: {} } });
  const subject = await make(own.pi, 'subject', {
    name: 'M/2',
    sex: 'F',
    strain: catalogue.strain.id,
    projects,
  });
  const ids: string[] = [];
  for (const name of ['a/1', 'a2']) {
    const session = await make(own.pi, 'session', {
      name,
      projects,
      date_time: '2026-11-18T09:30:00Z',
      description: '<p>A run.</p>',
    });
    await make(own.pi, 'sessionsubject', { session: session.id, subject: subject.id, age: 'P90D' });
    ids.push(String(session.id));
  }
  const unready = async (who: UserViewer) =>
    (await needsOfSessions(who)).unready.map(({ model, id, findings, sessions }) => ({
      of: `${model} ${id}`,
      fields: findings.map(({ place }) => place.field),
      sessions,
    }));
  const found = await unready(own.pi);
  expect(found).toContainEqual({ of: `subject ${subject.id}`, fields: ['name'], sessions: 2 });
  expect(found).toContainEqual({ of: `session ${ids[0]}`, fields: ['name'], sessions: 1 });
  // The catalogue’s species is no binomial, which is not the PI’s to put right; the second session is ready.
  expect(found.filter(({ of }) => of.startsWith('species') || of.endsWith(String(ids[1])))).toEqual([]);
  expect(found.map(({ sessions }) => sessions)).toEqual(
    found.map(({ sessions }) => sessions).toSorted((a, b) => b - a),
  );
  // Not their sessions.
  expect(await unready(reader.viewer)).toEqual([]);
  expect(await unready(stranger)).toEqual([]);
  await change(own.pi, 'subject', String(subject.id), { name: 'M2' });
  expect((await unready(own.pi)).filter(({ of }) => of === `subject ${subject.id}`)).toEqual([]);
});

it('projects come with their people, those worked in last first, and only to who is on them', async () => {
  const quiet = await make(lab.pi, 'project', { name: 'Quiet' });
  await make(lab.pi, 'session', { name: 'Newest', projects: [project] });
  const projects = await recentProjects(lab.pi, 10);
  expect(projects.map(({ id }) => id)).toEqual([project, quiet.id]);
  expect(projects[0]).toMatchObject({ level: 'owner', peopleCount: 2, people: ['Ana Santos', 'Ana Santos'] });
  expect(await recentProjects(member.viewer, 10)).toMatchObject([{ id: project, level: 'member' }]);
  expect(await recentProjects(stranger, 10)).toEqual([]);
});

it('the overview of a project is for who may read it, and holds no private storage', async () => {
  const shared = await make(lab.pi, 'session', {
    name: 'Stored',
    projects: [project],
    date_time: '2026-11-12T10:00:00Z',
    datastorage: [lab.storage.id],
  });
  const options = { weeks: 4, until: 'latest' } as const;
  const seen = await projectOverview(lab.pi, project, options);
  expect(seen).toMatchObject({
    subjects: 1,
    first: '2026-03-14',
    last: '2026-11-19',
    species: [catalogue.species.name],
    techniques: ['Audio'],
    storages: [{ id: lab.storage.id, title: 'NAS', sessions: 1 }],
  });
  expect(seen?.weeks.map(({ start, count }) => [start, count])).toEqual([
    ['2026-10-26', 0],
    ['2026-11-02', 1],
    ['2026-11-09', 1],
    ['2026-11-16', 3],
  ]);
  expect((await projectOverview(member.viewer, project, options))?.storages).toEqual([]);
  expect(await projectOverview(stranger, project, options)).toBeNull();
  expect(await projectOverview(anonymousViewer, project, options)).toBeNull();
  await change(lab.pi, 'project', project, { is_public: true });
  // The sessions are public then; the storage has a flag of its own.
  expect(await projectOverview(anonymousViewer, project, options)).toMatchObject({ subjects: 1, storages: [] });
  await change(lab.pi, 'project', project, { is_public: false });
  expect(await projectOverview(anonymousViewer, project, options)).toBeNull();
  await removeRecord(lab.pi, models.session, String(shared.id));
  expect((await projectOverview(lab.pi, project, options))?.storages).toEqual([]);
});

it('what changed last in a project names who did it, to who may read it', async () => {
  const changes = await changesIn(lab.pi, project, 3);
  expect(changes).toHaveLength(3);
  expect(changes[0]).toMatchObject({ model: 'session', title: 'Newest', isNew: true, person: 'Ana Santos' });
  expect(await changesIn(stranger, project, 3)).toEqual([]);
});
