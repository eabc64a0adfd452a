import { expect, it } from 'vitest';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { deathsAmong } from './session-form';

it('tells the dead among subjects to those who see them, and looks at a hundred at most', async () => {
  const catalogue = await makeCatalogue();
  const [{ pi, subject, project }, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  const animal = { sex: 'F', strain: catalogue.strain.id, projects: [project.id] };
  const [dated, undated] = [
    await make(pi, 'subject', { ...animal, name: 'D1' }),
    await make(pi, 'subject', { ...animal, name: 'D2' }),
  ];
  await change(pi, 'subject', dated.id, { death_date: '2026-11-01', status: 'deceased' });
  await change(pi, 'subject', undated.id, { status: 'deceased' });
  const ids = [subject, dated, undated].map(({ id }) => String(id));
  const told = (await deathsAmong(pi, ids)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  expect(told).toEqual([
    { id: dated.id, name: 'D1', died: '2026-11-01' },
    { id: undated.id, name: 'D2', died: '' },
  ]);
  expect(await deathsAmong(other.pi, ids)).toEqual([]);
  expect(await deathsAmong(pi, [])).toEqual([]);
  const many = Array.from({ length: 100 }, () => crypto.randomUUID());
  expect(await deathsAmong(pi, [...many, ...ids])).toEqual([]);
});
