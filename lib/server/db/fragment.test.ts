import { expect, it } from 'vitest';
import { fragment } from './fragment';
import { compile, sql } from './sql';

it('is built once for each key and takes the value of each use', () => {
  let built = 0;
  const use = (value: string) =>
    compile(
      sql`SELECT ${1}, ${fragment('once', value, (id) => {
        built += 1;
        return sql`(a = ${id} OR b = ${sql.lit('x')} OR c = ${id})`;
      })}, ${2}`,
    );
  for (const value of ['one', 'two'])
    expect(use(value)).toEqual({ text: `SELECT $1, (a = $2 OR b = 'x' OR c = $3), $4`, values: [1, value, value, 2] });
  expect(built).toBe(1);
});

it('without a parameter it is its text', () => {
  expect(compile(fragment('plain', '', () => sql`now()`))).toEqual({ text: 'now()', values: [] });
});

it('with another parameter it is built each time', () => {
  const use = (value: string, other: number) =>
    compile(fragment('mixed', value, (id) => sql`(${id}, ${other})`)).values;
  expect([use('a', 1), use('b', 2)]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
