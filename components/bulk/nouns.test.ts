import { expect, it } from 'vitest';
import { counted, nounFor } from './nouns';

const nouns = { one: 'subject', many: 'subjects' };

it.each([
  [0, 'subjects', '0 subjects'],
  [1, 'subject', '1 subject'],
  [1200, 'subjects', '1,200 subjects'],
])('%i is said as %s', (count, noun, text) => {
  expect(nounFor(count, nouns)).toBe(noun);
  expect(counted(count, nouns)).toBe(text);
});
