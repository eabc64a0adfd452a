import { describe, expect, it } from 'vitest';
import type { GridColumn } from '@/lib/declare/grid';
import { soleCompletion } from './use-completions';

const column = (over: Partial<GridColumn>) => ({ isWords: false, isList: false, ...over }) as GridColumn; // what is looked at
const strains = ['C57BL/6J', 'C57BL/6NJ', 'Long-Evans'].map((label) => ({ value: label, label }));

describe('soleCompletion', () => {
  it.each([
    ['lon', 2],
    ['C57BL/6J', 0],
    // Two could be meant, and none is.
    ['C57BL/6', -1],
    ['evans', -1],
    ['', -1],
  ])('reads “%s” as option %i', (text, index) => expect(soleCompletion(column({}), text, strains)).toBe(index));

  it('looks at the last name of a list, and leaves words as they are typed', () => {
    expect(soleCompletion(column({ isList: true }), 'C57BL/6J, Lo', strains)).toBe(2);
    expect(soleCompletion(column({ isWords: true }), 'Lo', strains)).toBe(-1);
  });
});
