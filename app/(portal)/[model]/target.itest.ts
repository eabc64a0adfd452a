import { describe, expect, it } from 'vitest';
import { models } from '@/lib/models';
import type { BulkTarget } from '@/components/bulk/target';
import { listOfTarget, modelAt, modelOfTarget, textsIn } from './target';

const odd = { toString: 1 };

describe('what a browser sends of a list', () => {
  it.each([null, undefined, {}, { path: odd }, { path: '__proto__' }, { path: 'no-such-list' }])(
    'is no model where it is %j',
    (target) => {
      expect(() => modelOfTarget(target as BulkTarget)).toThrow(/./);
      expect(() => modelAt((target as BulkTarget | null)?.path)).toThrow(/./);
    },
  );

  it('is taken for nothing where it is no text', () => {
    expect(textsIn([odd, 'a', 3, null])).toEqual(['', 'a', '', '']);
    expect(textsIn(odd)).toEqual([]);
    const { filters } = listOfTarget(models.session, { path: 'sessions', ids: [odd] } as unknown as BulkTarget);
    expect(filters).toEqual([{ path: ['id'], operator: 'in', values: [''] }]);
  });
});
