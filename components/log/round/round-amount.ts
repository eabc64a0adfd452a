import { inUnit, unitsLike } from '@/lib/declare/measures';
import { parseNumber } from '../../ui/parse-number';

/** What was typed as an amount: `value` in the asked unit, or what is wrong with it. `isConverted` where another unit was typed. */
export type ReadAmount =
  | { readonly value: number; readonly problem: null; readonly isConverted: boolean }
  | { readonly value: null; readonly problem: string; readonly isConverted: false };

/** Both signs for micro, and the u that keyboards have, are one. */
const plain = (unit: string): string => unit.toLowerCase().replace(/^[µμu](?=.)/, 'µ');

const refuse = (problem: string): ReadAmount => ({ value: null, problem, isConverted: false });

/** Reads `1.2`, `1,2 mL` and `1200 µl` alike, as an amount in a unit. */
export function readAmount(text: string, unit: string): ReadAmount {
  const units = unitsLike(unit);
  const expected = `Expected an amount in ${unit}, found “${text.trim()}”.`;
  const [, number = text, ending = ''] =
    /^([-+−]?[\d.,\s_]*\d[.,]?(?:e[-+]?\d+)?)\s*([a-zµμ]*)$/i.exec(text.trim()) ?? [];
  const typed = ending === '' ? unit : units.find((known) => plain(known) === plain(ending));
  const { value } = parseNumber(number);
  if (value === null) return refuse(expected);
  if (typed === undefined) return refuse(`${expected} It can be told in ${units.join(', ')}.`);
  if (value < 0) return refuse('It can’t be below zero.');
  const told = inUnit({ value, unit: typed }, unit);
  return told === null ? refuse(expected) : { value: told, problem: null, isConverted: typed !== unit };
}
