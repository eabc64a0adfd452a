import { describe, expect, test } from 'vitest';
import { nextOrder, orderToTake } from './kept-order';

test('each move remembers the orders on the way', () => {
  const once = nextOrder(null, ['a', 'b', 'c'], ['b', 'a', 'c']);
  expect(nextOrder(once, once.ids, ['b', 'c', 'a'])).toEqual({
    ids: ['b', 'c', 'a'],
    passed: [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ],
  });
});

describe('an order of an earlier visit', () => {
  const kept = {
    ids: ['c', 'a', 'b'],
    passed: [
      ['a', 'b', 'c'],
      ['a', 'c', 'b'],
    ],
  };
  test.each([
    ['none of its moves was saved', ['a', 'b', 'c'], ['c', 'a', 'b']],
    ['some of them were', ['a', 'c', 'b'], ['c', 'a', 'b']],
    ['all of them were', ['c', 'a', 'b'], undefined],
    ['others have put them in order since', ['b', 'a', 'c'], undefined],
    ['a part has come since', ['a', 'b', 'c', 'd'], ['c', 'a', 'b', 'd']],
    ['a part has gone since', ['a', 'c'], ['c', 'a']],
    ['all parts have gone', [], undefined],
  ])('%s', (_, saved, expected) => expect(orderToTake(kept, saved)?.ids).toEqual(expected));

  test.each([[{}], [{ ids: 'a', passed: 3 }], [{ ids: [1], passed: [null, [{}]] }]])('that is none: %j', (value) =>
    expect(orderToTake(value, ['a', 'b'])).toBeNull(),
  );
});
