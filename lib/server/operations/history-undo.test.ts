import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import { session } from '@/lib/models/session';
import { subjectlog } from '@/lib/models/subject-log';
import { changesOf, narrowed } from './history-diff';
import { planRestore, planUndo } from './history-undo';

const all = () => true;
const base = {
  id: 's',
  created_at: '',
  updated_at: '',
  created_by: null,
  updated_by: null,
  version: 3,
  name: 'S1',
  experimenter: 'Okafor, Amara',
  tags: ['a'],
  projects: ['p1', 'p2'],
};
const now = (values: Record<string, unknown>): AnyRecord => ({ ...base, ...values });
const stateOf = (name: string, plan: ReturnType<typeof planUndo>) => plan.find((one) => one.name === name)?.state;

describe('what a change tells', () => {
  test('only what differs of lists and objects, and a new order whole', () => {
    expect(narrowed(['a', 'b'], ['b', 'c'])).toEqual([['a'], ['c']]);
    expect(narrowed(['a', 'b'], ['b', 'a'])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(narrowed({ depth: 1, side: 'left' }, { side: 'left', depth: 2 })).toEqual([{ depth: 1 }, { depth: 2 }]);
    expect(narrowed(null, ['a'])).toEqual([null, ['a']]);
  });

  test('no derived field, no list of what points here, nothing that was and is nothing', () => {
    const before = { ...base, description: '', epochs: [], experimenter_user: null, links: {} };
    const after = { ...base, description: null, epochs: ['e'], experimenter_user: 7, name: 'S2', version: 4 };
    expect(changesOf(session, before, after, all).map(({ name }) => name)).toEqual(['name']);
  });

  test('records that the reader can’t see are neither named nor counted', () => {
    const [change] = changesOf(
      session,
      base,
      { ...base, projects: ['p1', 'p3', 'hidden', 'hidden2'] },
      (_, id) => !id.startsWith('hidden'),
    );
    expect(change).toMatchObject({ before: ['p2'], after: ['p3'], isBeforeHidden: false, isAfterHidden: true });
  });

  test('the entries of a log are told, the version of their schema is not', () => {
    const entry = { date_time: '2026-03-14T09:30:00.000Z', notes: null, details: {}, performed_by: null };
    const changes = changesOf(
      subjectlog,
      { type: 'Weighing', entries: [], type_schema_version: '' },
      { type: 'Weighing', entries: [entry], type_schema_version: '1.1.0' },
      all,
    );
    expect(changes).toMatchObject([
      { name: 'entries', before: [], after: [entry], beside: { after: { type: 'Weighing' } } },
    ]);
  });
});

describe('undoing', () => {
  const change = { before: base, after: { ...base, name: 'S2', experimenter: '' } };

  test('what nothing has touched is ready, what a later write touched is asked for', () => {
    const plan = planUndo(session, change, now({ name: 'S2', experimenter: 'Else' }), all);
    expect(plan).toEqual([
      { name: 'name', now: 'S2', next: 'S1', state: 'ready' },
      { name: 'experimenter', now: 'Else', next: 'Okafor, Amara', state: 'touched' },
    ]);
  });

  test('what has been set back already is there', () => {
    expect(stateOf('name', planUndo(session, change, now({ name: 'S1' }), all))).toBe('there');
  });

  test('links are set back one by one: those that others made since stay', () => {
    const links = { before: base, after: { ...base, projects: ['p1', 'p3'] } };
    const plan = planUndo(session, links, now({ projects: ['p1', 'p3', 'p4'] }), all);
    expect(plan).toEqual([{ name: 'projects', now: ['p1', 'p3', 'p4'], next: ['p1', 'p4', 'p2'], state: 'ready' }]);
    const touched = planUndo(session, links, now({ projects: ['p1'] }), all);
    expect(touched).toEqual([{ name: 'projects', now: ['p1'], next: ['p1', 'p2'], state: 'touched' }]);
  });

  test('an order is set back as a whole', () => {
    const order = { before: base, after: { ...base, projects: ['p2', 'p1'] } };
    expect(planUndo(session, order, now({ projects: ['p2', 'p1'] }), all)).toMatchObject([
      { next: ['p1', 'p2'], state: 'ready' },
    ]);
  });

  test('what the person can’t see is not set back', () => {
    const storage = { before: { ...base, datastorage: ['x'] }, after: { ...base, datastorage: ['y'] } };
    const seen = (model: string, id: string) => model === 'datastorage' && id !== 'x';
    expect(planUndo(session, storage, now({ datastorage: ['y'] }), seen)).toEqual([
      { name: 'datastorage', now: ['y'], next: null, state: 'hidden' },
    ]);
    const some = { before: { ...base, datastorage: ['x', 'z'] }, after: { ...base, datastorage: [] } };
    expect(planUndo(session, some, now({ datastorage: [] }), seen)).toMatchObject([{ next: ['z'], state: 'ready' }]);
    expect(planUndo(session, change, now({ name: 'S2', experimenter: '' }), () => false)).toHaveLength(2);
  });
});

describe('going back to a version', () => {
  test('every field that differs from it, as far as the version has it', () => {
    const version = { name: 'S0', tags: ['a', 'b'], projects: ['p1', 'p2'] };
    expect(planRestore(session, version, now({ name: 'S2' }), all)).toEqual([
      { name: 'name', now: 'S2', next: 'S0', state: 'ready' },
      { name: 'tags', now: ['a'], next: ['a', 'b'], state: 'ready' },
    ]);
  });
});
