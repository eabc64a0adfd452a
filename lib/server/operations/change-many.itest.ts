import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import type { UserViewer } from '../viewer';
import { changeMany, planChangeOfMany } from './change-many';
import { undoChangeOfMany } from './change-many-undo';
import { getRecord } from './get';
import { listHistory } from './history';

const session = modelNamed('session');
const subject = modelNamed('subject');
const tag = (...words: string[]) => ({ steps: [{ field: 'tags', operation: 'add', value: words }] });

/** Looks and does, as a person who is content with what they see. */
async function planned(viewer: UserViewer, ids: readonly string[], input: unknown, model = session) {
  const { plan } = await planChangeOfMany(viewer, model, ids, input);
  return { plan, apply: () => changeMany(viewer, model, plan.ids, input, plan.seal) };
}

describe('changing many at once', () => {
  let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  /** A second project of the PI's, which a colleague reads. */
  let target: { id: string; name: string };
  let colleague: Awaited<ReturnType<typeof makePerson>>;

  beforeAll(async () => {
    catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
    colleague = await makePerson();
    const made = await make(lab.pi, 'project', { name: `Target ${lab.project.name}` });
    target = { id: String(made.id), name: String(made.name) };
    await change(lab.pi, 'project', target.id, { users: { [colleague.email]: {} } });
  });

  let count = 0;
  const newSession = async (viewer = lab.pi, over: Record<string, unknown> = {}) =>
    String((await make(viewer, 'session', { name: `Day ${(count += 1)}`, projects: [lab.project.id], ...over })).id);
  const tagsOf = async (id: string) => (await getRecord(lab.pi, session, id)).tags;

  test('tags are added and removed in one transaction, told before, in the history of each, and undone', async () => {
    const ids = [await newSession(), await newSession(lab.pi, { tags: ['Pilot', 'old'] }), await newSession()];
    const input = {
      steps: [
        { field: 'tags', operation: 'add', value: ['pilot'] },
        { field: 'tags', operation: 'remove', value: ['OLD'] },
      ],
    };
    const { plan, apply } = await planned(lab.pi, ids, input);
    expect(plan.parts).toMatchObject([{ changed: 3, unchanged: 0, refused: [], sight: null }]);
    expect(plan.parts[0]?.examples[0]?.fields).toMatchObject([{ name: 'tags', before: [], after: ['pilot'] }]);
    expect(await tagsOf(ids[0] ?? ''), 'looking changes nothing').toEqual([]);
    const written = await apply();
    expect(await Promise.all(ids.map(tagsOf))).toEqual([['pilot'], ['Pilot'], ['pilot']]);
    const history = await listHistory(lab.pi, session, ids[0] ?? '', {
      filter: { person: null, model: null, field: 'tags' },
      before: null,
    });
    expect(history.writes.map(({ entries }) => entries[0]?.action)).toEqual(['update', 'create']);
    expect((await planned(lab.pi, ids, input)).plan.parts).toMatchObject([{ changed: 0, unchanged: 3 }]);
    await undoChangeOfMany(lab.pi, written);
    expect(await Promise.all(ids.map(tagsOf))).toEqual([[], ['Pilot', 'old'], []]);
  });

  test('what has changed since the look is refused, and so is an undo of what has changed since', async () => {
    const ids = [await newSession(), await newSession()];
    const { apply } = await planned(lab.pi, ids, tag('seen'));
    await change(lab.pi, 'session', ids[1] ?? '', { experimenter: 'Somebody' });
    await expect(apply()).rejects.toMatchObject({ code: 'stale' });
    expect(await tagsOf(ids[0] ?? '')).toEqual([]);
    const written = await (await planned(lab.pi, ids, tag('seen'))).apply();
    await change(lab.pi, 'session', ids[1] ?? '', { experimenter: 'Somebody else' });
    await expect(undoChangeOfMany(lab.pi, written)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Changed since: “Day \d+”\. Nothing was undone\.$/) as string,
    });
    expect(await tagsOf(ids[0] ?? '')).toEqual(['seen']);
    await expect(undoChangeOfMany(colleague.viewer, written), 'nobody undoes for others').rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('what one may only read is named with its reason and stays; what one can’t see is not counted', async () => {
    const { viewer: member, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const own = await make(member, 'project', { name: `Own ${email}` });
    const mine = await newSession(member, { projects: [own.id], name: 'Mine' });
    const theirs = await newSession(lab.pi, { name: 'Theirs' });
    const hidden = await newSession(other.pi, { projects: [other.project.id], name: 'Veiled' });
    const { plan, apply } = await planned(member, [mine, theirs, hidden], tag('mine'));
    expect(plan.parts).toMatchObject([{ changed: 1, unchanged: 0, refused: [{ count: 1, titles: ['Theirs'] }] }]);
    expect(plan.parts[0]?.refused[0]?.reason).toMatch(/only contributors and above/);
    expect(JSON.stringify(plan)).not.toContain('Veiled');
    const written = await apply();
    expect(written).toMatchObject([{ versions: { [mine]: 2 } }]);
    expect(await tagsOf(theirs)).toEqual([]);
    await expect(undoChangeOfMany(other.pi, written)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('moving names who comes to see the records and who no longer does', async () => {
    const ids = [await newSession(), await newSession()];
    const { viewer: reader, email } = await makePerson();
    await change(lab.pi, 'group', Number(lab.group.id), { users: { [email]: {} } });
    const input = { steps: [{ field: 'projects', operation: 'set', value: [target.id] }] };
    const { plan, apply } = await planned(lab.pi, ids, input);
    const [part] = plan.parts;
    expect(part?.sight?.gaining).toEqual([
      { id: colleague.account.number, name: 'Ana Santos', email: colleague.email, groups: [], records: 2 },
    ]);
    expect(part?.sight?.losing).toContainEqual(
      expect.objectContaining({ email, groups: [lab.group.name], records: 2 }),
    );
    expect(part?.sight?.becomesPublic.count).toBe(0);
    await expect(getRecord(colleague.viewer, session, ids[0] ?? '')).rejects.toMatchObject({ code: 'not_found' });
    const written = await apply();
    expect(await getRecord(colleague.viewer, session, ids[0] ?? '')).toMatchObject({ projects: [target.id] });
    await expect(getRecord(reader, session, ids[0] ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await undoChangeOfMany(lab.pi, written);
    expect(await getRecord(reader, session, ids[0] ?? '')).toMatchObject({ projects: [lab.project.id] });
    await expect(getRecord(colleague.viewer, session, ids[0] ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('somebody who joins the project after the look makes it stale', async () => {
    const joined = await make(lab.pi, 'project', { name: `Joined ${lab.project.name}` });
    const input = { steps: [{ field: 'projects', operation: 'add', value: [joined.id] }] };
    const { apply } = await planned(lab.pi, [await newSession()], input);
    const { email } = await makePerson();
    await change(lab.pi, 'project', joined.id, { users: { [email]: {} } });
    await expect(apply()).rejects.toMatchObject({ code: 'stale' });
  });

  test('a public project is said to be one, and nobody moves to where they are no contributor', async () => {
    const open = await make(lab.pi, 'project', { name: `Open ${lab.project.name}`, is_public: true });
    const id = await newSession();
    const to = (project: unknown) => ({ steps: [{ field: 'projects', operation: 'add', value: [project] }] });
    const { plan } = await planned(lab.pi, [id], to(open.id));
    expect(plan.parts[0]?.sight?.becomesPublic).toEqual({ count: 1, titles: [open.name] });
    const read = (await planned(colleague.viewer, [id], to(target.id))).plan;
    expect(read.parts, 'not even the session is theirs to see').toMatchObject([{ changed: 0, refused: [] }]);
    const own = await make(colleague.viewer, 'project', { name: `Theirs ${colleague.email}` });
    const theirs = await newSession(colleague.viewer, { projects: [own.id] });
    const asMember = (await planned(colleague.viewer, [theirs], to(target.id))).plan;
    expect(asMember.parts[0]?.refused[0]?.reason).toMatch(/needs the level contributor/);
    const unseen = (await planned(colleague.viewer, [theirs], to(lab.project.id))).plan;
    expect(unseen.parts[0]).toMatchObject({ changed: 0, sight: null });
    expect(JSON.stringify(unseen)).not.toContain(lab.email);
  });

  test('a project out of sight keeps its records, and who sees them through it stays untold', async () => {
    const { viewer: owner, email: ownerEmail } = await makePerson();
    const { viewer: both, email } = await makePerson();
    const secret = await make(owner, 'project', { name: 'Veiled' });
    await change(owner, 'project', secret.id, { users: { [email]: { can_change: true } } });
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
    const id = await newSession(both, { projects: [lab.project.id, secret.id] });
    const input = { steps: [{ field: 'projects', operation: 'set', value: [target.id] }] };
    const { plan, apply } = await planned(lab.pi, [id], input);
    expect(plan.parts[0]?.examples[0]?.fields).toMatchObject([{ before: [lab.project.id], after: [target.id] }]);
    expect(JSON.stringify(plan)).not.toContain(ownerEmail);
    expect(JSON.stringify(plan)).not.toContain('Veiled');
    const written = await apply();
    expect(await getRecord(owner, session, id)).toMatchObject({ projects: [secret.id] });
    await undoChangeOfMany(lab.pi, written);
    expect((await getRecord(both, session, id)).projects).toEqual(
      expect.arrayContaining([lab.project.id, secret.id]) as string[],
    );
  });

  test('subjects go along where that is asked for; else the plan says what no longer fits', async () => {
    const id = await newSession();
    const animal = await make(lab.pi, 'subject', {
      name: `M ${id}`,
      sex: 'F',
      strain: catalogue.strain.id,
      projects: [lab.project.id],
    });
    await make(lab.pi, 'sessionsubject', { session: id, subject: animal.id });
    const figure = await make(lab.pi, 'collection', { name: `F ${id}`, project: lab.project.id, sessions: [id] });
    const steps = [{ field: 'projects', operation: 'set', value: [target.id] }];
    const alone = (await planned(lab.pi, [id], { steps })).plan;
    expect(alone.misfits.map(({ nouns, count: many }) => [nouns.one, many])).toEqual([
      ['collection', 1],
      ['session subject', 1],
    ]);
    const { name } = await getRecord(lab.pi, session, id);
    expect(alone.misfits.map(({ titles }) => titles)).toEqual([[figure.name], [name]]);
    const { plan, apply } = await planned(lab.pi, [id], { steps, along: true });
    expect(plan.misfits.map(({ nouns }) => nouns.one)).toEqual(['collection']);
    expect(plan.parts).toMatchObject([
      { model: 'session', changed: 1 },
      { model: 'subject', changed: 1, sight: { gaining: [{ records: 1 }], losing: [] } },
    ]);
    const written = await apply();
    expect(await getRecord(lab.pi, subject, animal.id)).toMatchObject({ projects: [lab.project.id, target.id] });
    await undoChangeOfMany(lab.pi, written);
    expect(await getRecord(lab.pi, subject, animal.id)).toMatchObject({ projects: [lab.project.id] });
    expect(await getRecord(lab.pi, session, id)).toMatchObject({ projects: [lab.project.id] });
  });

  test('equipment moves to another setup, a collection to no project without its sessions', async () => {
    const group = await make(lab.pi, 'group', { name: `Apart ${lab.group.name}` });
    await change(lab.pi, 'group', Number(group.id), { users: { [colleague.email]: {} } });
    const setup = await make(lab.pi, 'setup', {
      name: 'Other rig',
      setup_type: catalogue.arena.id,
      authgroups: [group.id],
    });
    const move = (field: string, to: unknown) => ({ steps: [{ field, operation: 'set', value: to }] });
    const { plan, apply } = await planned(
      lab.pi,
      [String(lab.equipment.id)],
      move('setup', setup.id),
      modelNamed('equipment'),
    );
    expect(plan.parts[0]?.sight?.gaining).toMatchObject([{ email: colleague.email, groups: [group.name], records: 1 }]);
    await undoChangeOfMany(lab.pi, await apply());
    const id = await newSession();
    const figure = await make(lab.pi, 'collection', { name: `C ${id}`, project: lab.project.id, sessions: [id] });
    const stays = await planned(lab.pi, [String(figure.id)], move('project', target.id), modelNamed('collection'));
    expect(stays.plan.parts).toMatchObject([
      { changed: 0, sight: null, refused: [{ reason: expect.stringMatching(/is not in this project/) as string }] },
    ]);
  });

  test('records are put into the lists of others, and linked by their own fields', async () => {
    const ids = [await newSession(), await newSession()];
    const figure = await make(lab.pi, 'collection', { name: `List ${ids[0]}`, project: lab.project.id, sessions: [] });
    const list = { model: 'collection', field: 'sessions' };
    const input = { list, operation: 'add', ids: [String(figure.id)] };
    const { plan, apply } = await planned(lab.pi, ids, input);
    expect(plan.parts).toMatchObject([{ model: 'collection', changed: 1 }]);
    const written = await apply();
    const read = () => getRecord(lab.pi, modelNamed('collection'), figure.id);
    expect(new Set((await read()).sessions as string[])).toEqual(new Set(ids));
    await undoChangeOfMany(lab.pi, written);
    expect(await read()).toMatchObject({ sessions: [] });
    const storage = { steps: [{ field: 'datastorage', operation: 'add', value: [lab.storage.id] }] };
    await (await planned(lab.pi, ids, storage)).apply();
    expect(await getRecord(lab.pi, session, ids[1] ?? '')).toMatchObject({ datastorage: [lab.storage.id] });
    const foreign = { steps: [{ field: 'datastorage', operation: 'add', value: [other.storage.id] }] };
    expect((await planned(lab.pi, ids, foreign)).plan.parts).toMatchObject([
      { changed: 0, refused: [{ count: 2, reason: expect.stringMatching(/^There is no data storage/) as string }] },
    ]);
  });

  test('subjects are added to sessions and taken out again, each as a part of its session', async () => {
    const ids = [await newSession(), await newSession()];
    const subjectsOf = async (id: string | undefined) =>
      ((await getRecord(lab.pi, session, id ?? '', { include: ['subjects'] })).subjects as { subject: string }[]).map(
        (one) => one.subject,
      );
    await make(lab.pi, 'sessionsubject', { session: ids[0], subject: lab.subject.id });
    const add = { parts: 'subjects', operation: 'add', ids: [String(lab.subject.id)] };
    const { plan, apply } = await planned(lab.pi, ids, add);
    expect(plan.parts).toMatchObject([{ changed: 1, unchanged: 1 }]);
    expect(plan.parts[0]?.examples[0]?.fields).toMatchObject([{ before: [], after: [lab.subject.id] }]);
    const added = await apply();
    expect(await subjectsOf(ids[1])).toEqual([lab.subject.id]);
    const removed = await (await planned(lab.pi, ids, { ...add, operation: 'remove' })).apply();
    expect(await Promise.all(ids.map(subjectsOf))).toEqual([[], []]);
    await expect(undoChangeOfMany(lab.pi, added), 'gone since').rejects.toMatchObject({ code: 'conflict' });
    await expect(undoChangeOfMany(other.pi, removed), 'nobody undoes for others').rejects.toMatchObject({
      code: 'conflict',
    });
    await undoChangeOfMany(lab.pi, removed);
    expect(await Promise.all(ids.map(subjectsOf))).toEqual([[lab.subject.id], [lab.subject.id]]);
    const stray = { ...add, ids: [String(other.subject.id)] };
    expect((await planned(lab.pi, ids, stray)).plan.parts).toMatchObject([{ changed: 0, refused: [{ count: 2 }] }]);
    const { viewer: member, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    expect((await planned(member, [await newSession()], add)).plan.parts).toMatchObject([
      { changed: 0, refused: [{ count: 1 }] },
    ]);
  });

  test.each<[string, unknown]>([
    ['parts that hold more', { parts: 'epochs', operation: 'add', ids: ['1'] }],
    ['a name', { steps: [{ field: 'name', operation: 'set', value: 'Same' }] }],
    ['a read-only field', { steps: [{ field: 'experimenter_user', operation: 'clear' }] }],
    ['taking away the projects', { steps: [{ field: 'projects', operation: 'clear' }] }],
    ['an unknown field', { steps: [{ field: 'constructor', operation: 'set', value: 1 }] }],
    ['a list of what does not hold it', { list: { model: 'group', field: 'users' }, operation: 'add', ids: ['1'] }],
    ['nothing', { steps: [] }],
    ['no object', 'tags'],
  ])('%s is no change of many', async (_, input) => {
    await expect(planChangeOfMany(lab.pi, session, [], input)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('in a catalogue changes of others wait for a reviewer', async () => {
    const { plan, apply } = await planned(
      lab.pi,
      [String(catalogue.strain.id)],
      { steps: [{ field: 'description', operation: 'set', value: '<p>Black</p>' }] },
      modelNamed('strain'),
    );
    expect(plan.parts).toMatchObject([{ changed: 0, proposed: 1 }]);
    expect(await apply()).toEqual([{ model: 'strain', versions: {} }]);
  });
});
