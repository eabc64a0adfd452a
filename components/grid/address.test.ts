import { expect, it } from 'vitest';
import { gridHref, namedMax, readTarget } from './address';

const id = '01a21950-c3a6-713a-a472-7da742e439a2';

it('names records by short ids, and finds them again', () => {
  const ids = [id, '00000000-0000-0000-0000-000000000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '42'];
  const href = gridHref({ path: 'sessions', ids }) ?? '';
  expect(href).toMatch(/^\/sessions\/grid\?ids=[\w.-]+$/);
  expect(readTarget('sessions', { ids: new URL(href, 'http://x').searchParams.get('ids') ?? '' })).toEqual({
    path: 'sessions',
    ids,
  });
});

it('names a list by its own query, and nothing where there are too many', () => {
  const href = gridHref({ path: 'subjects', query: 'f.sex=M&q=a b' }) ?? '';
  const list = new URL(href, 'http://x').searchParams.get('list') ?? '';
  expect(readTarget('subjects', { list })).toEqual({ path: 'subjects', query: 'f.sex=M&q=a b' });
  expect(gridHref({ path: 'subjects', ids: Array.from({ length: namedMax + 1 }, () => id) })).toBeNull();
  expect(readTarget('subjects', {})).toBeNull();
});
