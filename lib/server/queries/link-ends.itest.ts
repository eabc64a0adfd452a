import { beforeAll, expect, test } from 'vitest';
import { endsIn, isNaming } from '@/lib/declare/kinds/inverse';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { countStatements } from '@/test/statements';
import { listRecords } from '../operations/list';
import type { Viewer } from '../viewer';
import { TitleQuestions } from './titles';

const session = modelNamed('session');
const { subjects } = session.fields;

let lab: Awaited<ReturnType<typeof makeLab>>;
let reader: Viewer;
beforeAll(async () => {
  const catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  const second = await make(lab.pi, 'project', { name: `Second of ${lab.email}` });
  const hidden = { name: 'Hidden', sex: 'F', strain: catalogue.strain.id, projects: [second.id] };
  const { id } = await make(lab.pi, 'subject', hidden);
  const person = await makePerson();
  reader = person.viewer;
  await change(lab.pi, 'project', lab.project.id, { users: { [person.email]: {} } });
  for (let n = 0; n < 20; n++) {
    const both = { name: `Day ${n}`, tags: [n < 2 ? 'few' : 'many'], projects: [lab.project.id, second.id] };
    const made = await make(lab.pi, 'session', both);
    for (const subject of [lab.subject.id, id]) await make(lab.pi, 'sessionsubject', { session: made.id, subject });
  }
});

/** What a table of sessions says of their subjects, by session. */
async function namesIn(viewer: Viewer, tag: string): Promise<string[][]> {
  if (!subjects || !isNaming(subjects)) throw new Error('Sessions name their subjects.');
  const filters = [{ path: ['tags'], operator: 'exact' as const, values: [tag] }];
  const list = { filters, sort: [], limit: 50, offset: 0, withEnds: true };
  const { records } = await listRecords(viewer, session, list, 'none');
  const titles = await new TitleQuestions().addRecords(session, records, ['name', 'subjects']).answer(viewer);
  return records.map((record) => endsIn(subjects, record.subjects).map((id) => titles.subject?.[id] ?? 'untitled'));
}

test('a table names what links lead to, and nothing that its reader may not see', async () => {
  expect(await namesIn(lab.pi, 'few')).toEqual([
    ['M1', 'Hidden'],
    ['M1', 'Hidden'],
  ]);
  expect(await namesIn(reader, 'few')).toEqual([['M1'], ['M1']]);
});

test('many rows take as many statements as few', async () => {
  await namesIn(reader, 'few');
  const few = await countStatements(() => namesIn(reader, 'few'));
  expect(await countStatements(async () => expect(await namesIn(reader, 'many')).toHaveLength(18))).toBe(few);
});

test('without being asked for they stay ids of their own', async () => {
  const { records } = await listRecords(reader, session, { filters: [], sort: [], limit: 1, offset: 0 }, 'none');
  expect(records[0]?.subjects).toEqual([expect.any(String), expect.any(String)]);
});
