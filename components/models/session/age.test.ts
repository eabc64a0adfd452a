import { expect, test } from 'vitest';
import { ageInWords } from './age';

test('an age is told in words where it is a duration, and as written where not', () => {
  expect(ageInWords('P180D')).toBe('180\u00a0days old');
  expect(ageInWords('P1D')).toBe('1\u00a0day old');
  expect(ageInWords('P1Y2M')).toBe('1\u00a0year 2\u00a0months old');
  expect(ageInWords('P12W')).toBe('12\u00a0weeks old');
  expect(ageInWords('P90D/P92D')).toBe('P90D/P92D old');
});
