import { describe, expect, it } from 'vitest';
import { agreesWithAge } from './age';

describe('an age and a date of birth agree', () => {
  it.each([
    ['P90D', 90],
    ['P90D', 91],
    ['P90D', 89],
    ['P12W', 90],
    ['P3M', 92],
    ['P3M', 119],
    ['P2Y', 800],
    ['P1M15D', 46],
    ['P80D/P100D', 90],
    ['P80D/', 400],
    ['PT36H', 1],
    // No duration: that is another complaint.
    ['three months', 5],
  ])('%s and %i days', (age, days) => expect(agreesWithAge(age, days)).toBe(true));

  it.each([
    ['P90D', 93],
    ['P90D', 60],
    ['P12W', 120],
    ['P3M', 40],
    ['P2Y', 300],
    ['P80D/P100D', 150],
    ['P80D/', 20],
  ])('%s is not %i days', (age, days) => expect(agreesWithAge(age, days)).toBe(false));
});
