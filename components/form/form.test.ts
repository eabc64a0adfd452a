import { describe, expect, it } from 'vitest';
import { changedFields, isSame, mergeChanges } from './merge';
import { controlIdsOf, fieldOfPath, isSameInside, labelOfPath, problemsOfField } from './paths';
import { recordingfiles } from '@/lib/models/recording-files';

describe('paths of problems', () => {
  it('a problem in rows says which row and column, and is answered only where it is', () => {
    expect(labelOfPath(recordingfiles.fields.ttls, 'ttls[4].id')).toBe('TTLs, 5, Id');
    expect(labelOfPath(recordingfiles.fields.bpod_path, 'bpod_path')).toBe('Bpod files');
    const [before, after] = [[{ id: '', files: '' }], [{ id: 'cue', files: '' }]];
    expect(isSameInside('ttls[0].id', before, after)).toBe(false);
    expect(isSameInside('ttls[0].files', before, after)).toBe(true);
    expect(isSameInside('ttls[0].files', before, [])).toBe(false);
    expect(isSameInside('name', 'a', 'a')).toBe(false);
  });

  it('lead to the nearest control first', () => {
    expect(controlIdsOf('cameras[1].ttl_id')).toEqual(['field-cameras.1.ttl_id', 'field-cameras.1', 'field-cameras']);
    expect(controlIdsOf('name')).toEqual(['field-name']);
  });

  it('name their field', () => {
    expect(fieldOfPath('details[0].power.unit')).toBe('details');
    expect(fieldOfPath('detail')).toBe('detail');
  });

  it('divide the messages of a field into its own and nested ones', () => {
    const problems = [
      { path: 'details', code: 'x', message: 'all' },
      { path: 'details.power.unit', code: 'x', message: 'unit' },
      { path: 'details[2].power', code: 'x', message: 'row' },
      { path: 'details_more', code: 'x', message: 'other' },
    ];
    expect(problemsOfField(problems, 'details')).toEqual({
      own: ['all'],
      nested: { 'power.unit': ['unit'], '2.power': ['row'] },
    });
  });
});

describe('merging changes', () => {
  const base = { name: 'M071', sex: 'F', tags: ['a'], details: { a: 1, b: 2 }, notes: '' };
  const names = Object.keys(base);

  it('takes what only others changed and keeps what only this side changed', () => {
    const merge = mergeChanges(names, base, { ...base, name: 'M072' }, { ...base, sex: 'M' });
    expect(merge).toEqual({ values: { ...base, name: 'M072', sex: 'M' }, conflicts: [], taken: ['sex'] });
  });

  it('asks only where both changed the same field differently', () => {
    const merge = mergeChanges(names, base, { ...base, name: 'A', sex: 'M' }, { ...base, name: 'B', sex: 'M' });
    expect(merge.conflicts).toEqual(['name']);
    expect(merge.values.name).toBe('A');
    expect(merge.taken).toEqual([]);
  });

  it('sees no change in another order of keys or another kind of nothing', () => {
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(isSame(null, '')).toBe(true);
    expect(isSame([], null)).toBe(true);
    expect(isSame({ a: undefined }, {})).toBe(true);
    expect(isSame(0, null)).toBe(false);
    expect(isSame(false, null)).toBe(false);
    expect(isSame(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(changedFields(names, base, { ...base, notes: null, details: { b: 2, a: 1 } })).toEqual({});
  });
});
