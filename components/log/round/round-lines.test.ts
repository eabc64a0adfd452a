import { describe, expect, it } from 'vitest';
import { entriesOf, readLines, without } from './round-lines';

describe('the lines of a round', () => {
  it('keeps what was typed while others were on their way', () => {
    const sent = { a: { amount: '20', notes: '' }, b: { amount: '21', notes: '' } };
    const now = { ...sent, b: { amount: '21.5', notes: '' }, c: { amount: '19', notes: 'wet' } };
    expect(without(now, sent)).toEqual({ b: now.b, c: now.c });
    expect(entriesOf(now, ['c'], 'g')).toEqual([{ subject: 'c', value: 19, notes: 'wet' }]);
  });

  it('reads a draft, whatever stands there', () => {
    expect(readLines({ a: { amount: '20' }, b: null })).toEqual({
      a: { amount: '20', notes: '' },
      b: { amount: '', notes: '' },
    });
  });
});
