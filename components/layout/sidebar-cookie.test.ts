import { expect, test } from 'vitest';
import { parseFolded, writeFolded } from './sidebar-cookie';

test('the catalogues are folded until somebody says otherwise', () => {
  expect(parseFolded(undefined)).toEqual(['Catalogues']);
  expect(parseFolded(writeFolded([]))).toEqual([]);
});

test('what was folded is found again', () => {
  const folded = ['Laboratory', 'People'];
  expect(parseFolded(writeFolded(folded))).toEqual(folded);
});
