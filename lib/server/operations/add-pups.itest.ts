import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { addPups, pupsBeginning } from './add-pups';
import { getRecord } from './get';
import { listRecords } from './list';

describe('the pups of a breeding', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  let breeding: AnyRecord;
  const strain = () => String(lab.subject.strain);
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
    const parent = (name: string, sex: string, genetic_line: string) =>
      make(lab.pi, 'subject', { name, sex, strain: strain(), genetic_line, projects: [lab.project.id] });
    const [mother, father] = [await parent('Q07', 'F', 'PV-Cre'), await parent('Q08', 'M', 'PV-Cre')];
    breeding = await make(lab.pi, 'breeding', {
      name: 'B1',
      project: lab.project.id,
      mother: mother.id,
      father: father.id,
      birth_date: '2026-11-01',
      litter_size: 5,
    });
  });
  const id = () => String(breeding.id);
  const asked = (more: object = {}) => ({ count: 3, firstName: 'Q09', born: '2026-11-01', strain: strain(), ...more });
  const names = async () => {
    const filters = [{ path: ['breeding'], operator: 'exact' as const, values: [id()] }];
    const list = { filters, sort: [{ field: 'name', descending: false }], limit: 100, offset: 0 };
    return (await listRecords(lab.pi, models.subject, list, 'none')).records.map(({ name }) => name);
  };

  test('begin with what the parents have alike, and are added together under free names', async () => {
    const before = await pupsBeginning(lab.pi, id());
    expect(before).toMatchObject({ count: 5, firstName: 'Q09', born: '2026-11-01', line: 'PV-Cre' });
    expect(before.strain?.id).toBe(strain());
    expect(before.strain?.title).not.toBe('');
    await make(lab.pi, 'subject', { name: 'Q10', sex: 'F', strain: strain(), projects: [lab.project.id] });
    const { ids, names: given } = await addPups(lab.pi, id(), asked());
    expect(given).toEqual(['Q09', 'Q11', 'Q12']);
    expect(await getRecord(lab.pi, models.subject, ids[1] ?? '')).toMatchObject({
      name: 'Q11',
      sex: 'U',
      strain: strain(),
      genetic_line: 'PV-Cre',
      birth_date: '2026-11-01',
      breeding: id(),
      projects: [lab.project.id],
      status: 'active',
    });
    expect(await pupsBeginning(lab.pi, id())).toMatchObject({ count: 2, firstName: 'Q13' });
  });

  test('are added all or none, and what is wrong is told at what was asked', async () => {
    const before = await names();
    const refused = (more: object, path: string) =>
      expect(addPups(lab.pi, id(), asked(more))).rejects.toMatchObject({ code: 'invalid', problems: [{ path }] });
    await refused({ count: 0 }, 'count');
    await refused({ count: 51 }, 'count');
    await refused({ strain: '' }, 'strain');
    await refused({ born: 'soon' }, 'born');
    await refused({ firstName: ' ' }, 'firstName');
    expect(await names()).toEqual(before);
  });

  test('are for those who may add subjects to the project; a stranger learns nothing', async () => {
    await expect(pupsBeginning(other.pi, id())).rejects.toMatchObject({ code: 'not_found' });
    await expect(addPups(other.pi, id(), asked())).rejects.toMatchObject({ code: 'not_found' });
    const reader = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [reader.email]: {} } });
    const before = await names();
    await expect(addPups(reader.viewer, id(), asked({ firstName: 'R1' }))).rejects.toThrow();
    expect(await names()).toEqual(before);
  });
});
