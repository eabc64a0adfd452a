import { describe, expect, it } from 'vitest';
import { expandBraces } from './braces';
import { readPattern } from './faults';
import { canOverlap } from './overlap';

function codes(pattern: string): string[] {
  return readPattern(pattern).faults.map(({ code }) => code.replace('pattern-', ''));
}

describe('readPattern', () => {
  it.each([
    'TTLs/*.txt',
    '**/a?[0-9].avi',
    'a/{b,c{d,e}}/f',
    'a{1..3}.avi',
    'a..b/c..',
    '...',
    './a',
    'a/[!.]x',
    '[]a].txt',
    '[[:digit:]]*.mat',
    'Ordner mit ä/*.avi',
    '{a}',
    'x'.repeat(500),
    '😀'.repeat(500),
  ])('accepts %s', (pattern) => {
    expect(codes(pattern)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['', ['empty']],
    ['  ', ['empty']],
    ['/x', ['absolute']],
    ['C:\\x', ['absolute']],
    ['c:/x', ['absolute']],
    ['\\\\host\\x', ['absolute']],
    ['~', ['absolute']],
    ['~ada/x', ['absolute']],
    ['{/etc,a}/x', ['absolute']],
    ['{a,~}/x', ['absolute']],
    ['..', ['escapes']],
    ['a/../b', ['escapes']],
    ['a/..', ['escapes']],
    ['{a,..}/b', ['escapes']],
    ['{.,a}./b', ['escapes']],
    ['a/{.{.,x},y}/b', ['escapes']],
    ['.[.]/b', ['escapes']],
    ['[.][.]/b', ['escapes']],
    ['[!a].', ['escapes']],
    ['[..]', ['escapes']],
    ['a\\b', ['backslash']],
    ['..\\b', ['escapes', 'backslash']],
    ['a\0b', ['control-character']],
    ['a\tb', ['control-character']],
    ['a\u0085b', ['control-character']],
    ['[a', ['unbalanced']],
    ['a]', ['unbalanced']],
    ['[a/b]', ['unbalanced']],
    ['{a', ['unbalanced']],
    ['a}', ['unbalanced']],
    ['}{', ['unbalanced']],
    ['/{..', ['absolute', 'unbalanced', 'escapes']],
    ['x'.repeat(501), ['too-long']],
    ['{a,b}'.repeat(9), ['too-complex']],
    [`${'{'.repeat(9)}${'}'.repeat(9)}`, ['too-complex']],
  ])('refuses %s', (pattern, faults) => {
    expect(codes(pattern).toSorted()).toEqual(faults.toSorted());
  });
});

describe('expandBraces', () => {
  it.each<[string, string[] | null]>([
    ['a', ['a']],
    ['a{b,c}d', ['abd', 'acd']],
    ['{a,b}{c,}', ['ac', 'a', 'bc', 'b']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd']],
    ['{a}', ['{a}']],
    ['{a{b,c}}', ['{ab}', '{ac}']],
    ['[{]a,b[}]', ['[{]a,b[}]']],
    ['{a,b}{a,b}{a,b}', null],
  ])('%s', (pattern, paths) => {
    expect(expandBraces(pattern, 4)).toEqual(paths);
  });
});

describe('canOverlap', () => {
  const overlap = (a: string, b: string) =>
    readPattern(a).alternatives.some((left) =>
      readPattern(b).alternatives.some((right) => canOverlap(left, right, { steps: 10_000 })),
    );

  it.each<[string, string, boolean]>([
    ['a/*.avi', 'a/*.avi', true],
    ['top/*.avi', 'side/*.avi', false],
    ['*/*.avi', 'side/*.avi', true],
    ['*.avi', 'side/*.avi', false],
    ['**/*.avi', 'side/a.avi', true],
    ['**/*.avi', 'a.avi', true],
    ['**/b/*', 'ab/x', false],
    ['side/**', 'side/a/b.avi', true],
    ['cam?.avi', 'cam10.avi', false],
    ['cam[0-4]*', 'cam[5-9]*', false],
    ['cam[!0-4]*', 'cam5.avi', true],
    ['cam[[:digit:]].avi', 'camx.avi', false],
    ['{a,b}/*', 'b/x', true],
    ['{a,b}/*', 'c/x', false],
    ['a*b', 'ab*', true],
    ['*a', '*b', false],
    ['😀?', '😀x', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  it('gives up when its budget is spent', () => {
    const [left = [], right = []] = ['*a*a*a', '*b*b*b'].map((pattern) => readPattern(pattern).alternatives[0]);
    expect(canOverlap(left, right, { steps: 3 })).toBeNull();
  });
});
