import { describe, expect, it } from 'vitest';
import { listHref, listingOf, nextSort, parseListState, withChange, withFilter, wholeList } from './list-state';

const usual = parseListState({});

describe('the address of a list', () => {
  it('says nothing about what is usual', () => {
    expect(listHref('/subjects', usual)).toBe('/subjects');
  });

  it('is read back as it was written', () => {
    const state = {
      q: 'M0 71 & 50%',
      sort: '-date_time',
      page: 3,
      size: 100,
      filters: { sex: 'M', status: 'active,dead' },
      cols: ['name', 'sex'],
      view: null,
    };
    const url = new URL(listHref('/subjects', state), 'http://lab.example');
    expect(url.pathname).toBe('/subjects');
    expect(parseListState(Object.fromEntries(url.searchParams))).toEqual(state);
  });

  it.each([
    [{ page: '0' }, { page: 1 }],
    [{ page: '-3' }, { page: 1 }],
    [{ page: '1.5' }, { page: 1 }],
    [{ page: '999999999' }, { page: 1 }],
    [{ size: '7' }, { size: 50 }],
    [{ sort: 'name;drop' }, { sort: '' }],
    [{ q: ['a', 'b'] }, { q: 'a' }],
    [{ 'f.sex': '' }, { filters: {} }],
    [{ cols: ',' }, { cols: null }],
  ])('%j is taken as %j', (params, expected) => {
    expect(parseListState(params)).toMatchObject(expected);
  });

  it('goes back to the first page with another filter, and not with other columns kept', () => {
    const third = { ...usual, page: 3 };
    expect(withFilter(third, 'sex', 'F')).toMatchObject({ page: 1, filters: { sex: 'F' } });
    expect(withFilter(withFilter(third, 'sex', 'F'), 'sex', null).filters).toEqual({});
    expect(withChange(third, { page: 4 }).page).toBe(4);
  });

  it('names the view that it began with, and says all that is listed beside it', () => {
    const began = { ...usual, view: 'v1' };
    expect(listHref('/subjects', began)).toBe('/subjects?view=v1&page=1');
    expect(listHref('/subjects', { ...usual, view: wholeList })).toBe('/subjects?view=all');
    expect(listingOf(withFilter(began, 'sex', 'F'))).toBe('f.sex=F');
    expect(parseListState({ view: 'v1', page: '1' })).toEqual(began);
  });

  it('sorts up, down and not at all', () => {
    expect([
      nextSort('', 'name'),
      nextSort('name', 'name'),
      nextSort('-name', 'name'),
      nextSort('-name', 'sex'),
    ]).toEqual(['name', '-name', '', 'sex']);
  });
});
