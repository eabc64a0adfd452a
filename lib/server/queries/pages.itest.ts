import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { models } from '@/lib/models';
import { makePerson } from '@/test/people';
import { createRecord } from '../operations/create';
import { removeRecord } from '../operations/remove';
import type { UserViewer } from '../viewer';
import { undoableDeletion } from './own-deletion';
import { TitleQuestions } from './titles';
import { wordsInUse } from './words';

let owner: UserViewer, stranger: UserViewer, administrator: UserViewer;
beforeAll(async () => {
  const people = await Promise.all([makePerson(), makePerson(), makePerson({ isSuperuser: true })]);
  [owner, stranger, administrator] = [people[0].viewer, people[1].viewer, people[2].viewer];
});

const makeProject = (tags: string[] = []) => createRecord(owner, models.project, { name: `Whiskers ${v7()}`, tags });

describe('titles for pages', () => {
  test('name only what the reader may see', async () => {
    const { id, name } = await makeProject();
    const ask = (viewer: UserViewer) => new TitleQuestions().add('project', [id]).answer(viewer);
    expect(await ask(owner)).toEqual({ project: { [String(id)]: name } });
    expect(await ask(stranger)).toEqual({ project: {} });
  });

  test('are not asked for what can be no id, wherever it comes from', async () => {
    const questions = new TitleQuestions()
      .add('project', ['', 'nonsense', '12', null])
      .add('user', [v7(), owner.number]);
    expect(await questions.answer(owner)).toEqual({ user: { [String(owner.number)]: owner.name } });
  });
});

test('words in use come from records that the reader may see, the most frequent first', async () => {
  const word = `w${v7().slice(-8)}`;
  await makeProject([`${word}a`]);
  await makeProject([`${word}b`, `${word}a`]);
  expect(await wordsInUse(owner, models.project, 'tags', word)).toEqual([`${word}a`, `${word}b`]);
  expect(await wordsInUse(stranger, models.project, 'tags', word)).toEqual([]);
  await expect(wordsInUse(owner, models.project, 'name', word)).rejects.toMatchObject({ code: 'not_found' });
});

test('a deletion can be undone by whoever made it and by administrators; for others the record never was', async () => {
  const { id, name } = await makeProject();
  expect(await undoableDeletion(owner, models.project, String(id))).toBeNull();
  const { deletion } = await removeRecord(owner, models.project, id);
  expect(await undoableDeletion(owner, models.project, String(id))).toEqual({ deletion, title: name });
  expect(await undoableDeletion(administrator, models.project, String(id))).toEqual({ deletion, title: name });
  expect(await undoableDeletion(stranger, models.project, String(id))).toBeNull();
  expect(await undoableDeletion(owner, models.project, 'nonsense')).toBeNull();
});
