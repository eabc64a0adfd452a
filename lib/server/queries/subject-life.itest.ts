import { expect, test } from 'vitest';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { subjectLife } from './subject-life';

test('a life with its family, each record only for whoever may read it', async () => {
  const catalogue = await makeCatalogue();
  const [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  const hidden = await make(lab.pi, 'project', { name: 'Hidden' });
  const animal = (name: string, sex: string, more: object = {}) =>
    make(lab.pi, 'subject', { name, sex, strain: catalogue.strain.id, projects: [lab.project.id], ...more });
  const [dam, sire] = [await animal('Dam', 'F'), await animal('Sire', 'M')];
  const litter = await make(lab.pi, 'breeding', {
    name: 'Litter 1',
    project: lab.project.id,
    mother: dam.id,
    father: sire.id,
  });
  const [pup, sister] = [
    await animal('Pup', 'F', { breeding: litter.id }),
    await animal('Sister', 'F', { breeding: litter.id }),
  ];
  const secret = await make(lab.pi, 'session', {
    name: 'Secret',
    projects: [hidden.id],
    date_time: '2026-03-15T09:00:00Z',
  });
  await change(lab.pi, 'subject', pup.id, { projects: [lab.project.id, hidden.id] });
  for (const session of [lab.session.id, secret.id]) await make(lab.pi, 'sessionsubject', { session, subject: pup.id });
  await make(lab.pi, 'procedure', {
    subject: pup.id,
    type: 'Headpost',
    date_time: '2026-03-01T09:00:00Z',
    coordinates_system: 'Stereotaxic_BregmaAbsolute',
  });
  await make(lab.pi, 'subjectlog', { subject: pup.id, type: 'Weighing' });

  const life = await subjectLife(lab.pi, String(pup.id));
  expect(life.sessions.map(({ name }) => name)).toEqual(['S1', 'Secret']);
  expect(life.procedures).toMatchObject([{ type: 'Headpost', date_time: '2026-03-01T09:00:00.000Z', region: null }]);
  expect(life.logs).toMatchObject([{ type: 'Weighing', entries: [] }]);
  expect(life.family).toEqual({
    breeding: { id: litter.id, name: 'Litter 1' },
    mother: { id: dam.id, name: 'Dam', sex: 'F' },
    father: { id: sire.id, name: 'Sire', sex: 'M' },
    litterMates: [{ id: sister.id, name: 'Sister', sex: 'F' }],
    offspring: [],
  });
  expect((await subjectLife(lab.pi, String(dam.id))).family).toMatchObject({
    breeding: null,
    offspring: [{ name: 'Pup' }, { name: 'Sister' }],
  });

  const reader = await makePerson();
  await change(lab.pi, 'project', lab.project.id, { users: { [reader.email]: {} } });
  expect((await subjectLife(reader.viewer, String(pup.id))).sessions.map(({ name }) => name)).toEqual(['S1']);
  expect(await subjectLife(other.pi, String(pup.id))).toMatchObject({
    sessions: [],
    logs: [],
    family: { offspring: [] },
  });
});
