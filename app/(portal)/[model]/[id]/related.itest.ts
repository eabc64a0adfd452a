import { expect, it } from 'vitest';
import { models } from '@/lib/models';
import { getRecord } from '@/lib/server/operations/get';
import { listRecords } from '@/lib/server/operations/list';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { relatedLists } from './related';

it('the sessions of a subject come latest first, with the way to the list of all of them', async () => {
  const { pi, subject, project } = await makeLab(await makeCatalogue());
  const recordedIn = async () => {
    const record = await getRecord(pi, models.subject, String(subject.id));
    const lists = await relatedLists(pi, models.subject, record, true, new TitleQuestions());
    return lists.find(({ name }) => name === 'sessions');
  };
  expect(await recordedIn()).toMatchObject({ records: [], count: 0 });
  // Entered in another order than recorded, and more than a page shows.
  const days = [7, 2, 11, 5, 9, 1, 12, 3, 10, 4, 8, 6];
  for (const day of days) {
    const date_time = `2026-04-${String(day).padStart(2, '0')}T09:00:00Z`;
    const session = await make(pi, 'session', { name: `Day ${day}`, projects: [project.id], date_time });
    await make(pi, 'sessionsubject', { session: session.id, subject: subject.id, age: `P${day}D` });
  }
  const recorded = await recordedIn();
  expect(recorded?.records.map(({ age }) => age)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((day) => `P${day}D`));
  expect(recorded?.count).toBe(days.length);
  expect(recorded?.allHref).toBe(`/sessions?f.subjects=${subject.id}`);
  // Which is what that filter means.
  const filters = [{ path: ['subjects', 'subject'], operator: 'exact' as const, values: [String(subject.id)] }];
  const { records } = await listRecords(pi, models.session, { filters, sort: [], limit: 20, offset: 0 });
  expect(records).toHaveLength(days.length);
});
