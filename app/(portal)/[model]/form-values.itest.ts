import { beforeAll, describe, expect, test } from 'vitest';
import { modelList, modelNamed } from '@/lib/models';
import { mayAsk } from '@/lib/server/access';
import { getRecord } from '@/lib/server/operations/get';
import { titlesFrom } from '@/lib/server/queries/titles-from';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { valuesOfNext } from './form-values';

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

  test.each(
    modelList.filter(({ title, fields }) => fields[title]?.kind === 'text').map((model) => [model.name, model]),
  )('can be asked of %s', async (_name, model) => {
    if (mayAsk(lab.pi, model)) expect(await titlesFrom(lab.pi, model, 'no such', 'created_at')).toEqual([]);
  });
});
