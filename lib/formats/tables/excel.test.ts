import { expect, it } from 'vitest';
import { cellText } from './excel';

it.each([
  [null, ''],
  [undefined, ''],
  ['M101', 'M101'],
  [12, '12'],
  [0.5, '0.5'],
  [true, 'true'],
  [false, 'false'],
  [new Date('2026-03-14T00:00:00Z'), '2026-03-14'],
  [new Date('2026-03-14T09:30:00Z'), '2026-03-14 09:30:00'],
  // Days are kept as fractions: half past nine may come a little early.
  [new Date('2026-03-14T09:29:59.999Z'), '2026-03-14 09:30:00'],
  [new Date(Date.UTC(1899, 11, 30, 0, 5)), '00:05:00'],
  [new Date(Date.UTC(1899, 11, 31, 1, 0)), '25:00:00'],
])('the cell %j is “%s”', (value, text) => {
  expect(cellText(value)).toBe(text);
});
