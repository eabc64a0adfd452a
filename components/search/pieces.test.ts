import { expect, it } from 'vitest';
import { pieces } from './pieces';

const shown = (text: string, ...words: string[]) =>
  pieces(text, words)
    .map((piece) => (piece.isWord ? `[${piece.text}]` : piece.text))
    .join('');

it.each([
  ['Linear track', ['tra'], 'Linear [tra]ck'],
  ['Linear track', ['LINEAR', 'track'], '[Linear] [track]'],
  ['M12 and M123', ['m12', 'm123'], '[M12] and [M123]'],
  ['a.b (c)', ['.', '('], 'a[.]b [(]c)'],
  ['nothing', [], 'nothing'],
  ['nothing', ['else'], 'nothing'],
] as const)('%s with %j marked is %s', (text, words, expected) => {
  expect(shown(text, ...words)).toBe(expected);
});
