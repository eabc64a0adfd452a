import { expect, it } from 'vitest';
import { restoredText, rootText } from './deletion-text';

const one = {
  label: 'session',
  kind: 'Session',
  count: 1,
  isCut: false,
  titles: ['Day 1'],
  places: [],
  href: '/sessions/1',
};
const many = { ...one, label: 'sessions', count: 1000, isCut: true, titles: ['Day 1', 'Day 2', 'Day 3'] };

it('one record is told by its name, many by their number and some names', () => {
  expect(rootText(one)).toBe('Session “Day 1”');
  expect(rootText(many)).toBe('1,000+ sessions: Day 1, Day 2, Day 3, …');
  expect(rootText({ ...many, count: 3, isCut: false })).toBe('3 sessions: Day 1, Day 2, Day 3');
});

it('what came back is told by its kind', () => {
  expect(restoredText({ roots: [one] })).toBe('Session');
  expect(restoredText({ roots: [many] })).toBe('1,000+ sessions');
  expect(restoredText({ roots: [one, many] })).toBe('All of it');
});
