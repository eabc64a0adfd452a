import { beforeAll, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { addEntries } from '../operations/log-entries';
import { entrySummaries } from './entry-summaries';

const subjectlog = modelNamed('subjectlog');
const weighed = (day: number, value: number) => ({
  date_time: `2026-03-${String(day).padStart(2, '0')}T09:00:00Z`,
  details: { weight: { value, unit: 'g' } },
});

let lab: Awaited<ReturnType<typeof makeLab>>;
const begin = () => make(lab.pi, 'subjectlog', { subject: lab.subject.id, type: 'Weighing' });
beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
});

test('a log is summarised by its newest entry and their number, whatever the order they came in', async () => {
  const [full, empty] = [await begin(), await begin()];
  await addEntries(lab.pi, subjectlog, full.id, [weighed(2, 24), weighed(4, 25), weighed(3, 24.5)]);
  const summaries = await entrySummaries(lab.pi, subjectlog, [String(full.id), String(empty.id)]);
  expect(summaries.get(String(full.id))).toMatchObject({
    count: 3,
    newest: { date_time: '2026-03-04T09:00:00.000Z', details: { weight: { value: 25, unit: 'g' } } },
  });
  expect(summaries.get(String(empty.id))).toEqual({ count: 0, newest: null });
});

test('somebody else finds no summary', async () => {
  const log = await begin();
  await addEntries(lab.pi, subjectlog, log.id, [weighed(2, 24)]);
  const { viewer: stranger } = await makePerson();
  expect([...(await entrySummaries(stranger, subjectlog, [String(log.id)]))]).toEqual([]);
});

test('many entries come all or none, each problem with the place of its entry', async () => {
  const log = await begin();
  await expect(
    addEntries(lab.pi, subjectlog, log.id, [weighed(2, 24), { ...weighed(3, 24), details: {} }]),
  ).rejects.toMatchObject({ problems: [{ path: '1.details.weight' }] });
  await expect(addEntries(lab.pi, subjectlog, log.id, [weighed(2, 24), weighed(2, 25)])).rejects.toMatchObject({
    code: 'invalid',
  });
  const summaries = await entrySummaries(lab.pi, subjectlog, [String(log.id)]);
  expect(summaries.get(String(log.id))).toEqual({ count: 0, newest: null });
});
