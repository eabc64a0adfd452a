import { describe, expect, it } from 'vitest';
import { readAmount } from './round-amount';

describe('the amount of a line', () => {
  it.each([
    ['20.25', 'g', 20.25],
    ['19,5', 'g', 19.5],
    ['0', 'g', 0],
    ['1.2 mL', 'mL', 1.2],
    ['1.2ml', 'mL', 1.2],
    ['300 µL', 'mL', 0.3],
    ['300 ul', 'mL', 0.3],
    ['300 μl', 'mL', 0.3],
    ['0,0191 kg', 'g', 19.1],
    ['1e-3 L', 'mL', 1],
  ])('reads “%s” in %s as %s', (text, unit, amount) => expect(readAmount(text, unit).value).toBe(amount));

  it.each([
    ['heavy', 'Expected an amount in g, found “heavy”.'],
    ['', 'Expected an amount in g, found “”.'],
    ['19 oz', 'Expected an amount in g, found “19 oz”. It can be told in kg, g, mg, µg.'],
    ['19 mL', 'Expected an amount in g, found “19 mL”. It can be told in kg, g, mg, µg.'],
    ['-1', 'It can’t be below zero.'],
    ['−1 g', 'It can’t be below zero.'],
  ])('says of “%s”: %s', (text, problem) => expect(readAmount(text, 'g')).toMatchObject({ value: null, problem }));
});
