import type { Operator } from '@/lib/declare/field';
import type { Field } from '@/lib/declare/model';

export type Row = Readonly<Record<string, unknown>>;
type Scalar = string | number | boolean;

const lower = (text: string) => text.toLowerCase();
/** The other case of every letter of ASCII; what a database does to others depends on its locale. */
const swapped = (text: string) =>
  text.replaceAll(/[A-Za-z]/g, (letter) => (letter === lower(letter) ? letter.toUpperCase() : lower(letter)));
const middle = (text: string) => text.slice(1, -1) || text;
const isNothing = (value: unknown) => value === null || value === undefined || value === '';

/** Our own reading of each operator: whether a value that the wire shows is found by the texts of a filter. */
const readings: Readonly<Record<Operator, (value: Scalar, wanted: readonly Scalar[]) => boolean>> = {
  exact: (value, [one]) => value === one,
  iexact: (value, [one]) => lower(String(value)) === lower(String(one)),
  contains: (value, [one]) => String(value).includes(String(one)),
  icontains: (value, [one]) => lower(String(value)).includes(lower(String(one))),
  startswith: (value, [one]) => String(value).startsWith(String(one)),
  istartswith: (value, [one]) => lower(String(value)).startsWith(lower(String(one))),
  endswith: (value, [one]) => String(value).endsWith(String(one)),
  iendswith: (value, [one]) => lower(String(value)).endsWith(lower(String(one))),
  gt: (value, [one = value]) => value > one,
  gte: (value, [one = value]) => value >= one,
  lt: (value, [one = value]) => value < one,
  lte: (value, [one = value]) => value <= one,
  in: (value, wanted) => wanted.includes(value),
  range: (value, [from = value, to = value]) => value >= from && value <= to,
  isnull: () => false,
};

/** What to ask with an operator for a value that some record has. */
const operandOf: Partial<Record<Operator, (text: string) => string>> = {
  iexact: swapped,
  contains: middle,
  icontains: (text) => swapped(middle(text)),
  startswith: (text) => text.slice(0, 3),
  istartswith: (text) => swapped(text.slice(0, 3)),
  endswith: (text) => text.slice(-3),
  iendswith: (text) => swapped(text.slice(-3)),
};

/** One question: an operator with the texts that are sent; the first of an operator is asked in the negative too. */
export type Question = { readonly operator: Operator; readonly sent: readonly Scalar[]; readonly isFirst: boolean };

/** The values of a field that differ and are something, lists taken apart, as the wire shows them. */
export function valuesOf(rows: readonly Row[], name: string): Scalar[] {
  const all = rows.flatMap((row) => row[name] ?? []).filter((value) => !isNothing(value)) as Scalar[]; // columns and ids
  return [...new Set(all)];
}

/** What to ask of a field: every operator that its kind offers, with values that occur. */
export function questionsOf(operators: readonly Operator[], values: readonly Scalar[]): Question[] {
  const some = values.slice(0, 3);
  const sorted = some.toSorted((a, b) => (a < b ? -1 : 1));
  const sentFor = (operator: Operator): Scalar[][] => {
    if (operator === 'isnull') return [['true'], ['false']];
    if (operator === 'in') return some.length > 1 ? [some.slice(0, 2)] : [];
    if (operator === 'range') return some.length > 1 ? [[sorted[0] ?? '', sorted.at(-2) ?? '']] : [];
    return some.map((value) => [operandOf[operator]?.(String(value)) ?? value]);
  };
  return operators.flatMap((operator) =>
    sentFor(operator).map((sent, index) => ({ operator, sent, isFirst: index === 0 })),
  );
}

/** Whether a record is found: by its value, or by one of its list. */
export function isFound(row: Row, name: string, field: Field | null, { operator, sent }: Question): boolean {
  const value = row[name];
  const list = [value ?? []].flat() as Scalar[]; // columns and ids
  if (operator === 'isnull') return list.every(isNothing) === (sent[0] === 'true');
  const isCaseless = operator === 'exact' && field !== null && 'caseless' in field && field.caseless === true;
  return list.filter((one) => !isNothing(one)).some((one) => readings[isCaseless ? 'iexact' : operator](one, sent));
}
