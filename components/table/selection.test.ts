import { describe, expect, it } from 'vitest';
import { everythingSelected, isSelected, nothingSelected, pageState, ranged, toggled, withPage } from './selection';

const page = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: typeof nothingSelected) => page.filter((id) => isSelected(selection, id)).join('');

describe('choosing rows', () => {
  it('takes one and lets it go', () => {
    const one = toggled(nothingSelected, 'b', page);
    expect(chosen(one)).toBe('b');
    expect(chosen(toggled(one, 'b', page))).toBe('');
  });

  it('takes a range from the last row, in both directions, and lets a range go', () => {
    const down = ranged(toggled(nothingSelected, 'b', page), 'd', page);
    expect(chosen(down)).toBe('bcd');
    expect(chosen(ranged(toggled(nothingSelected, 'd', page), 'b', page))).toBe('bcd');
    expect(chosen(ranged(toggled(down, 'd', page), 'c', page))).toBe('b');
  });

  it('takes one row where no range can begin', () => {
    expect(chosen(ranged(nothingSelected, 'c', page))).toBe('c');
    expect(chosen(ranged({ ...nothingSelected, last: 'on another page' }, 'c', page))).toBe('c');
  });

  it('takes and lets go the page, and keeps what other pages have', () => {
    const other = toggled(nothingSelected, 'z', page);
    const all = withPage(other, page, true);
    expect([pageState(other, page), pageState(all, page), pageState(toggled(all, 'c', page), page)]).toEqual([
      'none',
      'all',
      'some',
    ]);
    expect([...withPage(all, page, false).ids]).toEqual(['z']);
  });

  it('is everything until one row is let go; then it is the rest in sight', () => {
    expect(chosen(everythingSelected)).toBe('abcde');
    const fewer = toggled(everythingSelected, 'c', page);
    expect(fewer.isAll).toBe(false);
    expect(chosen(fewer)).toBe('abde');
  });
});
