import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@/lib/declare/model';
import {
  conflictsOf,
  countPending,
  nothing,
  readPending,
  settled,
  toChanges,
  withAdded,
  withChange,
  without,
  withRemoved,
  workingEpochs,
} from './pending';

const stamps = { created_at: '', updated_at: '', created_by: null, updated_by: null };
const record = (id: string, start: number, end: number, version = 1): AnyRecord => ({
  ...stamps,
  id,
  version,
  name: id,
  start,
  end,
});
const records = [record('base', 0, 10), record('task', 10, 40)];
const names = (pending = nothing, from = records) =>
  workingEpochs(from, pending).map(({ name, start, end }) => [name, start, end]);

describe('pending changes of epochs', () => {
  it('lie over the saved epochs, in the order of time', () => {
    const moved = withChange(nothing, records, 'base', { start: 50, end: 60 });
    const pending = withAdded(moved, { key: 'new:1', values: { name: 'rest', start: 45, end: 50 } });
    expect(names(pending)).toEqual([
      ['task', 10, 40],
      ['rest', 45, 50],
      ['base', 50, 60],
    ]);
    expect(countPending(records, pending)).toEqual({ changed: 1, added: 1, removed: 0, total: 2 });
  });

  it('change and remove new ones as well', () => {
    const added = withAdded(nothing, { key: 'new:1', values: { name: 'rest', start: 45, end: 50 } });
    expect(withChange(added, records, 'new:1', { end: 55 }).added[0]?.values).toMatchObject({ start: 45, end: 55 });
    expect(withRemoved(added, 'new:1')).toEqual(nothing);
    expect(names(withRemoved(nothing, 'base'))).toEqual([['task', 10, 40]]);
    expect(withChange(nothing, records, 'unknown', { end: 1 })).toBe(nothing);
  });

  it('are none when a value is back where it was', () => {
    const back = withChange(withChange(nothing, records, 'task', { end: 50 }), records, 'task', { end: 40 });
    expect(countPending(records, back).total).toBe(0);
    expect(toChanges(records, back).changes).toEqual({ write: [], remove: [] });
  });

  it('are sent with the versions they were made on', () => {
    const pending = withRemoved(
      withAdded(withChange(nothing, records, 'task', { end: 50 }), { key: 'new:1', values: { name: 'rest' } }),
      'base',
    );
    expect(toChanges(records, pending)).toEqual({
      changes: {
        write: [{ id: 'task', version: 1, end: 50 }, { name: 'rest' }],
        remove: [{ id: 'base', version: 1 }],
      },
      keys: ['task', 'new:1', 'base'],
    });
  });

  it('do not change what they remove', () => {
    const pending = withRemoved(withChange(nothing, records, 'task', { end: 50 }), 'task');
    expect(toChanges(records, pending).changes.write).toEqual([]);
  });

  it('are forgotten for what is saved another way', () => {
    const pending = withRemoved(withChange(nothing, records, 'task', { end: 50 }), 'base');
    expect(without(without(pending, 'task'), 'base')).toEqual(nothing);
  });

  it('survive in a browser', () => {
    const pending = withAdded(withChange(nothing, records, 'task', { end: 50 }), { key: 'k', values: { start: 1 } });
    expect(readPending(JSON.parse(JSON.stringify(pending)))).toEqual(pending);
    expect(readPending({ values: 1 })).toBeNull();
    expect(readPending(null)).toBeNull();
  });
});

describe('epochs that others change meanwhile', () => {
  const mine = withChange(nothing, records, 'task', { end: 50 });

  it('take over what only others changed', () => {
    const theirs = [record('task', 12, 40, 2)];
    expect(conflictsOf(theirs, mine)).toEqual([]);
    expect(names(mine, theirs)).toEqual([['task', 12, 50]]);
    expect(toChanges(theirs, mine).changes.write).toEqual([{ id: 'task', version: 2, end: 50 }]);
  });

  it('ask where both changed the same, and do as one chooses', () => {
    const theirs = [record('task', 10, 45, 2)];
    const [conflict] = conflictsOf(theirs, mine);
    if (!conflict) throw new Error('Expected a conflict.');
    expect(conflict).toEqual({ id: 'task', field: 'end', mine: 50, theirs: 45 });
    const kept = settled(mine, conflict, 'mine');
    expect([conflictsOf(theirs, kept), names(kept, theirs)]).toEqual([[], [['task', 10, 50]]]);
    const given = settled(mine, conflict, 'theirs');
    expect([conflictsOf(theirs, given), names(given, theirs)]).toEqual([[], [['task', 10, 45]]]);
  });

  it('are no conflict when both did the same, or one is gone', () => {
    expect(conflictsOf([record('task', 10, 50, 2)], mine)).toEqual([]);
    expect(conflictsOf([], mine)).toEqual([]);
    expect(countPending([], mine).total).toBe(0);
  });
});
