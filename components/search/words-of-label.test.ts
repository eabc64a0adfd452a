import { expect, it } from 'vitest';
import { hasWords } from './words-of-label';

it.each([
  ['New session', 'new ses', true],
  ['New session', 'sesion new', true],
  ['New session', 'sessoin', true],
  ['New session', 'sesssion', true],
  ['New session', 'sezsion', true],
  ['Data storages', 'starage', true],
  ['Two-factor sign-in', 'factor', true],
  // Short words are what they are, and one slip is enough.
  ['New session', 'mew', false],
  ['New session', 'sezzion', false],
  ['New session', 'subject', false],
])('“%s” by “%s”: %s', (label, query, found) => expect(hasWords(label, query)).toBe(found));
