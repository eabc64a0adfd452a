import { describe, expect, test } from 'vitest';
import { modelNamed, storedModels } from '@/lib/models';
import { alongFields, changeableFields, holdingLists, movingField, partsFields } from './changeable-fields';
import { valuesAfter } from './change-steps';
import type { FieldStep } from './many-changes';
import type { AnyRecord } from './model';

const session = modelNamed('session');
const named = (model: string) =>
  Object.fromEntries(changeableFields(modelNamed(model)).map(({ name, operations }) => [name, operations]));

describe('what is changed in many records', () => {
  test('follows from the declaration; names, access, files and what the system keeps stay apart', () => {
    expect(named('session')).toMatchObject({
      tags: ['add', 'remove', 'set', 'clear'],
      datastorage: ['add', 'remove', 'set', 'clear'],
      date_time: ['set', 'clear'],
    });
    for (const name of ['name', 'projects', 'experimenter_user', 'subjects'])
      expect(named('session')).not.toHaveProperty(name);
    expect(named('subject')).toMatchObject({ strain: ['set'], status: ['set'], supplier: ['set', 'clear'] });
    for (const name of ['is_public', 'name']) expect(named('setup')).not.toHaveProperty(name);
    expect(named('procedure')).toMatchObject({ type: ['set'], licenses: ['add', 'remove', 'set', 'clear'] });
    expect([named('user'), holdingLists(modelNamed('user'), storedModels)]).toEqual([{}, []]);
    expect(named('projectmembershipinvitation')).toEqual({});
  });

  test('records move where an access list decides, with what they share it with', () => {
    const to = (model: string) => movingField(modelNamed(model), storedModels)?.to.name ?? null;
    expect(['session', 'cohort', 'equipment', 'consumablestock'].map(to)).toEqual([
      'project',
      'project',
      'setup',
      'inventory',
    ]);
    expect(['epoch', 'project', 'strain'].map(to)).toEqual([null, null, null]);
    expect([...new Set(alongFields(session, storedModels).map(({ to: what }) => what))]).toEqual(['subject']);
    const parts = (model: string) =>
      partsFields(modelNamed(model), storedModels).map(({ name, to: what }) => [name, what]);
    expect([parts('session'), parts('subject')]).toEqual([[['subjects', 'subject']], [['sessions', 'session']]]);
    expect(holdingLists(session, storedModels)).toEqual([
      { model: 'collection', field: 'sessions', label: 'Collections' },
    ]);
  });

  const after = (current: Record<string, unknown>, ...steps: FieldStep[]) =>
    valuesAfter(session, current as unknown as AnyRecord, steps);

  test('steps add, remove, replace and empty, one upon the other', () => {
    const tags = ['Pilot', 'rig 2'];
    expect(after({ tags }, { field: 'tags', operation: 'add', value: ['PILOT', 'new'] })).toEqual({
      tags: ['Pilot', 'rig 2', 'new'],
    });
    expect(
      after(
        { tags },
        { field: 'tags', operation: 'remove', value: ['pilot'] },
        { field: 'tags', operation: 'add', value: ['pilot'] },
      ),
    ).toEqual({ tags: ['rig 2', 'pilot'] });
    expect(after({ tags }, { field: 'tags', operation: 'clear' })).toEqual({ tags: [] });
    expect(after({}, { field: 'experimenter', operation: 'set', value: 'Sofía' })).toEqual({ experimenter: 'Sofía' });
    expect(after({}, { field: 'experimenter', operation: 'clear' })).toEqual({ experimenter: '' });
  });
});
