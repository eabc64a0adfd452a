import { expect, it } from 'vitest';
import { daysToWarnOf } from './token-expiry';

it.each([
  ['2026-03-01T12:00:00Z', 0],
  ['2026-03-01T12:00:01Z', 1],
  ['2026-03-04T12:00:00Z', 3],
  ['2026-03-16T12:00:00Z', 15],
  ['2026-03-16T12:00:01Z', null],
  ['2027-03-01T12:00:00Z', null],
])('a token until %s is warned of with %s days left', (expiresAt, days) => {
  expect(daysToWarnOf(new Date(expiresAt), Date.parse('2026-03-01T12:00:00Z'))).toBe(days);
});
