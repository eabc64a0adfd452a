import { expect, test } from 'vitest';
import { gridTableOf } from '@/lib/formats/grid/table';
import { modelNamed } from '@/lib/models';
import type { UserViewer } from '@/lib/server/viewer';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { beginningOf, loadRows } from './load-rows';

test('a grid opens with the records that one may see, and says which can’t be changed', async () => {
  const catalogue = await makeCatalogue();
  const [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  const session = modelNamed('session');
  const table = gridTableOf(session);
  if (!table) throw new Error('No grid.');
  await make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: lab.subject.id });
  const ids = [String(lab.session.id), String(other.session.id)];
  const rowsFor = (viewer: UserViewer) => loadRows(viewer, session, table, { path: 'sessions', ids });

  expect(await rowsFor(lab.pi)).toMatchObject([
    {
      id: lab.session.id,
      title: 'S1',
      texts: { name: 'S1', projects: lab.project.name, subjects: 'M1', date_time: '2026-03-14 09:30' },
      whyNot: null,
      linked: { subjects: [lab.subject.id] },
    },
  ]);
  // Somebody from outside sees nothing, and a member what they may read.
  const { viewer: guest, email } = await makePerson();
  expect(await rowsFor(guest)).toEqual([]);
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
  expect(await rowsFor(guest)).toMatchObject([{ whyNot: 'You may read this session, but not change it.' }]);
  expect(await loadRows(guest, session, table, { path: 'sessions', query: 'q=S1' })).toHaveLength(1);

  // With one project to choose, new rows begin with it.
  expect(await beginningOf(lab.pi, session, table)).toEqual({ projects: lab.project.name });
  expect(await beginningOf(guest, session, table)).toEqual({});
});
