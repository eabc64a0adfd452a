import { beforeAll, describe, expect, test } from 'vitest';
import { modelList, modelNamed } from '@/lib/models';
import { mayAsk } from '@/lib/server/access';
import { getRecord } from '@/lib/server/operations/get';
import { titlesFrom } from '@/lib/server/queries/titles-from';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { newValues, valuesOfNext } from './form-values';

const subject = modelNamed('subject');

describe('what a copy is called', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  });
  const animal = ({ pi, project }: typeof lab, name: string) => {
    const { strain } = lab.subject;
    return make(pi, 'subject', { name, projects: [project.id], strain, sex: 'F' });
  };
  const nextOf = async ({ id }: { id: unknown }) =>
    (await valuesOfNext(lab.pi, subject, await getRecord(lab.pi, subject, String(id)))).name;

  test('is the next free name of those that one sees; others’ names are no hint', async () => {
    const first = await animal(lab, 'T07');
    await animal(other, 'T08');
    expect(await nextOf(first)).toBe('T08');
    await animal(lab, 'T08');
    expect(await nextOf(first)).toBe('T09');
    expect(await nextOf(await animal(lab, 'Ada'))).toBe('Ada 2');
  });

  test('the form of a procedure begins now, in the usual coordinates; a copy with its own', async () => {
    const procedure = modelNamed('procedure');
    const fresh = await newValues(lab.pi, procedure, {});
    expect(fresh.coordinates_system).toBe('Stereotaxic_BregmaAbsolute');
    expect(Math.abs(Date.now() - Date.parse(String(fresh.date_time)))).toBeLessThan(120_000);
    const copied = { date_time: '2026-01-01T08:00:00.000Z', coordinates_system: 'CCF_XYZ_Absolute' };
    expect(await newValues(lab.pi, procedure, {}, copied)).toMatchObject(copied);
  });

  test.each(
    modelList.filter(({ title, fields }) => fields[title]?.kind === 'text').map((model) => [model.name, model]),
  )('can be asked of %s', async (_name, model) => {
    if (mayAsk(lab.pi, model)) expect(await titlesFrom(lab.pi, model, 'no such', 'created_at')).toEqual([]);
  });
});
