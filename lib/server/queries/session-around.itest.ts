import { expect, test } from 'vitest';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { sessionAround } from './session-around';

test('what stands around a session, each record only for whoever may read it', async () => {
  const catalogue = await makeCatalogue();
  const [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  const session = (name: string, date_time: string, projects = [lab.project.id]) =>
    make(lab.pi, 'session', { name, date_time, projects, datastorage: [lab.storage.id] });
  const hidden = await make(lab.pi, 'project', { name: 'Hidden' });
  const days = [
    await session('Day 1', '2026-03-01T09:00:00Z'),
    await session('Day 2', '2026-03-02T09:00:00Z', [lab.project.id, hidden.id]),
    await session('Day 3', '2026-03-03T09:00:00Z'),
  ];
  for (const { id } of days) await make(lab.pi, 'sessionsubject', { session: id, subject: lab.subject.id });
  await make(lab.pi, 'cohort', { name: 'Cohort 1', project: lab.project.id, subjects: [lab.subject.id] });
  await change(lab.pi, 'project', lab.project.id, { name_used_in_storage: 'proj' });
  const [, day] = days;
  const around = await sessionAround(lab.pi, String(day?.id));
  expect(around).toMatchObject({
    subjects: [
      {
        id: lab.subject.id,
        name: 'M1',
        sex: 'F',
        strain: catalogue.strain.name,
        previous: { id: days[0]?.id, name: 'Day 1' },
        next: { id: days[2]?.id, name: 'Day 3' },
      },
    ],
    projects: [{ id: lab.project.id, name_used_in_storage: 'proj' }, { id: hidden.id }],
    storages: [{ id: lab.storage.id, data_protocols: [], data_organization: [] }],
    cohorts: [{ name: 'Cohort 1' }],
    collections: [],
  });
  const reader = await makePerson();
  await change(lab.pi, 'project', lab.project.id, { users: { [reader.email]: {} } });
  const seen = await sessionAround(reader.viewer, String(day?.id));
  expect(seen.projects.map(({ id }) => id)).toEqual([lab.project.id]);
  expect(seen.storages).toEqual([]);
  expect(await sessionAround(other.pi, String(day?.id))).toEqual({
    subjects: [],
    projects: [],
    storages: [],
    collections: [],
    cohorts: [],
  });
});
