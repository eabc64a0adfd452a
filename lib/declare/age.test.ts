import { expect, it } from 'vitest';
import { ageBetween, ageInWords } from './age';

it.each([
  ['2026-01-01', '2026-01-01T09:00:00.000Z', 'Europe/Lisbon', 'P0D'],
  ['2026-01-01', '2026-04-01T09:00:00.000Z', 'Europe/Lisbon', 'P90D'],
  // Summer to winter, half an hour before midnight on the laboratory's clock.
  ['2026-07-01', '2026-12-01T23:30:00.000Z', 'Europe/Lisbon', 'P153D'],
  // Already the next day there.
  ['2026-01-01', '2026-01-01T20:00:00.000Z', 'Asia/Tokyo', 'P1D'],
  ['2026-01-02', '2026-01-01T09:00:00.000Z', 'Europe/Lisbon', null],
  [null, '2026-01-01T09:00:00.000Z', 'Europe/Lisbon', null],
  ['2026-01-01', null, 'Europe/Lisbon', null],
])('who was born on %s is at %s in %s %s old', (born, instant, zone, expected) => {
  expect(ageBetween(born, instant, zone)).toBe(expected);
});

it.each([
  ['P180D', '180 days'],
  ['P1D', '1 day'],
  ['P0D', '0 days'],
  ['P1Y2M', '1 year 2 months'],
  ['P12W', '12 weeks'],
  // As it is written.
  ['P', 'P'],
  ['P90D/P92D', 'P90D/P92D'],
  ['about 90', 'about 90'],
])('tells the age %s as %s', (age, words) => {
  expect(ageInWords(age)).toBe(words);
});
