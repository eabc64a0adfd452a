import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { measuredType, measuredTypes } from '@/lib/vocabularies/measured-types';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { weighedUnderRestriction } from '../queries/round';
import { getRecord } from './get';
import { listRecords } from './list';
import { addEntry } from './log-entries';
import { offerRound, readRound, undoRound, writeRound } from './log-round';

const weighing = measuredType('Weighing') ?? { code: '', label: '', field: { key: '', label: '' }, unit: '' };
const everything = { filters: [], sort: [{ field: 'name', descending: false }], limit: 200, offset: 0 };
const time = '2026-11-20T08:30:00.000Z';

describe('a round through the animals', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  let animals: AnyRecord[];
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
    const animal = (name: string) =>
      make(lab.pi, 'subject', { name, sex: 'F', strain: catalogue.strain.id, projects: [lab.project.id] });
    animals = [await animal('A1'), await animal('A2'), await animal('A3')];
  });
  const idOf = (place: number) => String(animals[place]?.id);
  const entry = (place: number, value: number) => ({ subject: idOf(place), value, notes: '' });
  const logs = async () =>
    (await listRecords(lab.pi, models.subjectlog, { ...everything, sort: [] }, 'none')).records.filter(
      ({ type }) => type === 'Weighing',
    );

  test('can note what is one amount at one time', () => {
    expect(measuredTypes.map(({ code, unit }) => [code, unit])).toEqual([
      ['FoodConsumption', 'g'],
      ['WaterConsumption', 'mL'],
      ['Weighing', 'g'],
    ]);
  });

  test('begins logs, goes on in them, shows what was last, and is taken back', async () => {
    const log = await make(lab.pi, 'subjectlog', { subject: idOf(0), type: 'Weighing' });
    await addEntry(lab.pi, models.subjectlog, String(log.id), {
      date_time: '2026-11-19T08:30:00Z',
      details: { weight: { value: 21.5, unit: 'g' } },
    });
    const before = await readRound(lab.pi, weighing, everything);
    expect(before.find(({ id }) => id === idOf(0))).toEqual({
      id: idOf(0),
      name: 'A1',
      last: { time: '2026-11-19T08:30:00.000Z', text: '21.5 g', value: 21.5 },
      baseline: null,
      died: null,
      isOpen: true,
    });

    const written = await writeRound(lab.pi, weighing, {
      type: 'Weighing',
      time,
      entries: [entry(0, 21), entry(1, 20.25)],
    });
    expect(written.logs.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(written.logs[0]?.id).toBe(log.id);
    const made = await getRecord(lab.pi, models.subjectlog, written.logs[1]?.id ?? '');
    expect(made.entries).toMatchObject([
      { date_time: time, details: { weight: { value: 20.25, unit: 'g' } }, performed_by: lab.pi.number },
    ]);
    const now = await readRound(lab.pi, weighing, everything);
    expect(now.map(({ name, last }) => [name, last?.text ?? null])).toEqual(
      expect.arrayContaining([
        ['A1', '21 g'],
        ['A2', '20.25 g'],
        ['A3', null],
      ]),
    );

    await undoRound(lab.pi, written);
    expect((await logs()).map(({ id, entries }) => [id, (entries as unknown[]).length])).toEqual([[log.id, 1]]);
  });

  test('writes nothing where one entry is refused, and says of which subject', async () => {
    const first = await writeRound(lab.pi, weighing, { type: 'Weighing', time, entries: [entry(0, 21)] });
    const count = (await logs()).length;
    const twice = writeRound(lab.pi, weighing, { type: 'Weighing', time, entries: [entry(2, 19), entry(0, 22)] });
    await expect(twice).rejects.toMatchObject({ code: 'invalid', problems: [{ path: idOf(0), code: 'not-unique' }] });
    expect((await logs()).length).toBe(count);
    const log = first.logs[0]?.id ?? '';
    const later = await writeRound(lab.pi, weighing, {
      type: 'Weighing',
      time: '2026-11-20T09:30:00.000Z',
      entries: [entry(0, 23)],
    });
    await expect(undoRound(lab.pi, first)).rejects.toMatchObject({
      code: 'conflict',
      // It may have been oneself.
      message: 'One of these logs has been changed since, so nothing was undone.',
    });
    expect(later.logs[0]?.id).toBe(log);
    await undoRound(lab.pi, later);
    const again = { type: 'Weighing', time, entries: [entry(1, 19), entry(1, 20)] };
    await expect(writeRound(lab.pi, weighing, again)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('tells the baseline of an animal under restriction and the death of a dead one', async () => {
    const animal = { sex: 'F', strain: lab.subject.strain, projects: [lab.project.id] };
    const thirsty = await make(lab.pi, 'subject', { ...animal, name: 'T1' });
    const dead = await make(lab.pi, 'subject', { ...animal, name: 'T2' });
    await change(lab.pi, 'subject', dead.id, { death_date: '2026-11-01', status: 'deceased' });
    const [weights, water] = [
      await make(lab.pi, 'subjectlog', { subject: thirsty.id, type: 'Weighing' }),
      await make(lab.pi, 'subjectlog', { subject: thirsty.id, type: 'WaterDeprivation' }),
    ];
    await addEntry(lab.pi, models.subjectlog, String(weights.id), {
      date_time: '2026-11-10T08:30:00Z',
      details: { weight: { value: 0.0219, unit: 'kg' } },
    });
    await addEntry(lab.pi, models.subjectlog, String(water.id), {
      start_date_time: '2026-11-11T08:30:00Z',
      details: { responsiblePerson: 'Ana' },
    });
    await addEntry(lab.pi, models.subjectlog, String(weights.id), {
      date_time: '2026-11-19T08:30:00Z',
      details: { weight: { value: 20, unit: 'g' } },
    });
    const [known] = await weighedUnderRestriction(lab.pi, [String(thirsty.id), String(dead.id)]);
    // Later weights are not even read.
    expect(known?.logs.map(({ type, entries }) => [type, entries.length])).toEqual([
      ['Weighing', 1],
      ['WaterDeprivation', 1],
    ]);
    const seen = await readRound(lab.pi, weighing, everything);
    expect(seen.find(({ name }) => name === 'T1')).toMatchObject({ baseline: 21.9, last: { value: 20 }, died: null });
    expect(seen.find(({ name }) => name === 'T2')).toMatchObject({ baseline: null, died: '2026-11-01' });
  });

  test('begins with the living animals of the last days, those of one’s own last round told apart', async () => {
    const own = await makeLab(await makeCatalogue());
    const animal = (name: string) =>
      make(own.pi, 'subject', { name, sex: 'F', strain: own.subject.strain, projects: [own.project.id] });
    const [first, second, dead, old] = [await animal('B1'), await animal('B2'), await animal('B3'), await animal('B4')];
    const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const weigh = (subjects: readonly AnyRecord[], days: number, viewer = own.pi) =>
      writeRound(viewer, weighing, {
        type: 'Weighing',
        time: at(days),
        entries: subjects.map(({ id }) => ({ subject: String(id), value: 20, notes: '' })),
      });
    const colleague = await makePerson();
    await change(own.pi, 'project', own.project.id, { users: { [colleague.email]: { can_change: true } } });
    await weigh([old], 90);
    await weigh([first, dead], 2);
    await weigh([second], 1, colleague.viewer);
    await change(own.pi, 'subject', dead.id, { death_date: at(1).slice(0, 10), status: 'deceased' });
    const offer = (viewer: typeof own.pi) => offerRound(viewer, weighing, 200);
    expect((await offer(own.pi)).map(({ name, wasMine }) => [name, wasMine])).toEqual([
      ['B1', true],
      ['B2', false],
    ]);
    expect((await offer(colleague.viewer)).map(({ name, wasMine }) => [name, wasMine])).toEqual([
      ['B2', true],
      ['B1', false],
    ]);
    const stranger = await offer(other.pi);
    expect(stranger.map(({ name }) => name)).not.toContain('B1');
  });

  test('one’s own round stays one’s own when a colleague weighs the same animals after it', async () => {
    const own = await makeLab(await makeCatalogue());
    const animal = (name: string) =>
      make(own.pi, 'subject', { name, sex: 'F', strain: own.subject.strain, projects: [own.project.id] });
    const [first, second, third] = [await animal('C1'), await animal('C2'), await animal('C3')];
    const colleague = await makePerson();
    await change(own.pi, 'project', own.project.id, { users: { [colleague.email]: { can_change: true } } });
    const weigh = (subjects: readonly AnyRecord[], days: number, viewer = own.pi) =>
      writeRound(viewer, weighing, {
        type: 'Weighing',
        time: new Date(Date.now() - days * 86_400_000).toISOString(),
        entries: subjects.map(({ id }) => ({ subject: String(id), value: 20, notes: '' })),
      });
    await weigh([third], 5);
    await weigh([first, second], 3);
    await weigh([first, second, third], 1, colleague.viewer);
    const offered = async (viewer: typeof own.pi, max = 200) =>
      (await offerRound(viewer, weighing, max)).map(({ name, wasMine }) => `${String(name)} ${String(wasMine)}`);
    expect((await offered(own.pi)).toSorted()).toEqual(['C1 true', 'C2 true', 'C3 false']);
    expect((await offered(colleague.viewer)).toSorted()).toEqual(['C1 true', 'C2 true', 'C3 true']);
    // Where not all have room, one's own come first.
    await weigh([third], 0.5, colleague.viewer);
    expect((await offered(own.pi, 2)).toSorted()).toEqual(['C1 true', 'C2 true']);
  });

  test('two rounds at once begin one log', async () => {
    const at = (minute: string) => ({
      type: 'Weighing',
      time: `2026-11-21T08:${minute}:00.000Z`,
      entries: [entry(2, 20)],
    });
    const [one, two] = await Promise.all([
      writeRound(lab.pi, weighing, at('30')),
      writeRound(lab.pi, weighing, at('31')),
    ]);
    expect(one.logs[0]?.id).toBe(two.logs[0]?.id);
  });

  test('is closed to those who only read, and tells a stranger nothing', async () => {
    const reader = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [reader.email]: {} } });
    const seen = await readRound(reader.viewer, weighing, everything);
    expect(seen.filter(({ id }) => id === idOf(0))).toMatchObject([{ isOpen: false }]);
    const round = { type: 'Weighing', time: '2026-11-22T08:30:00.000Z', entries: [entry(0, 30)] };
    await expect(writeRound(reader.viewer, weighing, round)).rejects.toMatchObject({ problems: [{ path: idOf(0) }] });
    const names = (await readRound(other.pi, weighing, everything)).map(({ name }) => name);
    expect(names).not.toContain('A1');
    await expect(writeRound(other.pi, weighing, round)).rejects.toMatchObject({
      problems: [{ path: idOf(0), code: expect.not.stringContaining('forbidden') }],
    });
    const kept = await writeRound(lab.pi, weighing, round);
    await expect(undoRound(other.pi, kept)).rejects.toMatchObject({ code: 'not_found' });
    await undoRound(lab.pi, kept);
  });
});
