import { describe, expect, it } from 'vitest';
import type { Operator } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import { modelList, models } from '@/lib/models';
import type { Model } from '@/lib/declare/model';
import { numbersOf } from '@/test/random';
import type { Filter } from '../queries/filter';
import type { ListQuery } from '../queries/list';
import { toApiQuery } from './api-query';
import { parseListQuery } from './list-query';

const again = (model: Model, list: ListQuery): ListQuery =>
  parseListQuery(model, new URLSearchParams(toApiQuery(list)));

const usual: ListQuery = { filters: [], sort: [], limit: 20, offset: 0, include: [], exclude: [] };
const texts = ['M07', 'a,b', '50 %', 'ä & ö = ü', '{x}[]', '+1', 'true', '"', '2026-03-14T09:30:00+01:00'];

/** Any query that a list request can stand for, by random numbers. */
function anyQuery(model: Model, random: (count: number) => number): ListQuery {
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
  const some = <T>(list: readonly T[]): T[] => list.filter(() => random(3) === 0);
  const fields = Object.entries(model.fields).filter(([, field]) => !field.internal);
  const filters = some(fields).flatMap(([name, field]): Filter[] => {
    const operator: Operator = pick(kindOf(field).operators) ?? 'exact';
    const isMany = operator === 'in' || operator === 'range';
    const values = Array.from({ length: isMany ? 1 + random(3) : 1 }, () => pick(texts) ?? '');
    const path = random(4) === 0 ? [name, pick(['id', 'name', 'contains', 'range']) ?? 'id'] : [name];
    return [{ path, operator, values, negate: random(5) === 0 }];
  });
  const relations = fields.flatMap(([name, field]) => {
    const { shape } = kindOf(field).storage(field);
    return shape === 'link' || shape === 'inverse' ? [name] : [];
  });
  return {
    filters: filters.slice(0, 40),
    ...(random(2) ? { search: pick(texts) ?? '' } : {}),
    sort: some(fields)
      .slice(0, 5)
      .map(([field]) => ({ field, descending: random(2) === 1 })),
    limit: 1 + random(1000),
    offset: random(5000),
    include: some(relations),
    exclude: some(fields.map(([name]) => name)),
  };
}

describe('the parameters of a query', () => {
  it('mean the same query when they are read again', () => {
    const random = numbersOf(7);
    for (let round = 0; round < 20; round++)
      for (const model of modelList) {
        const list = anyQuery(model, random);
        expect(again(model, list), model.name).toEqual(list);
      }
  });

  it.each([
    ['nothing where all is usual', usual, ''],
    [
      'filters, then the search, the order and the page',
      {
        ...usual,
        filters: [{ path: ['projects'], operator: 'in' as const, values: ['a,b'] }],
        search: 'probe',
        sort: [{ field: 'name', descending: true }],
        limit: 50,
        offset: 100,
      },
      'filter{projects.in}=a,b&search=probe&sort[]=-name&limit=50&offset=100',
    ],
    [
      'a field that is called like an operator',
      { ...usual, filters: [{ path: ['subjects', 'range'], operator: 'exact' as const, values: ['1'] }] },
      'filter{subjects.range.exact}=1',
    ],
  ])('are %s', (_, list, written) => {
    expect(decodeURIComponent(new URLSearchParams(toApiQuery(list)).toString())).toBe(written);
  });

  it('still match nothing where a model has no tags', () => {
    const list = parseListQuery(models.setup, new URLSearchParams('filter{tags}=odd'));
    expect(again(models.setup, list)).toEqual(list);
  });

  it('go on where a cursor says', () => {
    const after = '01900000-0000-7000-8000-000000000001';
    for (const list of [
      { ...usual, after },
      { ...usual, after: null },
    ])
      expect(again(models.session, list)).toEqual(list);
  });

  it('leave out an empty search', () => {
    expect(toApiQuery({ ...usual, search: '' })).toEqual([]);
  });
});
