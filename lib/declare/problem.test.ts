import { expect, it } from 'vitest';
import { describe as describeValue, nearest, problemsByField } from './problem';

it.each([
  [null, 'nothing'],
  [undefined, 'nothing'],
  ['', 'nothing'],
  ['abc', 'the text “abc”'],
  ['x'.repeat(41), `the text “${'x'.repeat(40)}…”`],
  [12, 'the number 12'],
  [false, 'false'],
  [[1, 2], 'a list of 2'],
  [{ a: 1 }, 'an object'],
])('%j is described as %s', (value, expected) => expect(describeValue(value)).toBe(expected));

it.each([
  ['experimentr', ['experimenter', 'description'], 'experimenter'],
  ['Name', ['name'], 'name'],
  ['dat', ['date_time', 'date'], 'date'],
  ['zzz', ['name', 'date'], null],
  ['', ['name'], null],
  ['x'.repeat(5000), ['name'], null],
])('the nearest of %s is found', (word, known, expected) => expect(nearest(word, known)).toBe(expected));

it('problems are gathered by field', () => {
  const problem = (path: string, message: string) => ({ path, code: 'x', message });
  expect(problemsByField([problem('a', '1'), problem('b[0].c', '2'), problem('a', '3')])).toEqual({
    a: ['1', '3'],
    'b[0].c': ['2'],
  });
});

it.each(['constructor', '__proto__', 'toString'])('a problem at a key called %s is told like any other', (path) => {
  const gathered = problemsByField([{ path, code: 'x', message: '1' }]);
  expect(Object.entries(gathered)).toEqual([[path, ['1']]]);
});
