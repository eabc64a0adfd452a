import type { NumberField } from '@/lib/declare/kinds/number';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { describeRange, parseRange, rangeConditions } from './filter-text';
import { numberOf } from './read-value';

function NumberShow({ field, value }: ShowProps<NumberField>) {
  const number = numberOf(value);
  if (number === null) return null;
  return (
    <span className="tabular-nums">
      {number}
      {field.unit ? <span className="text-muted-foreground"> {field.unit}</span> : null}
    </span>
  );
}

export const numberParts: FieldParts<NumberField> = {
  Cell: NumberShow,
  Show: NumberShow,
  toConditions: (name, text) => {
    const range = parseRange(text);
    const isNumber = (part: string | null) => part === null || Number.isFinite(Number(part));
    return range && isNumber(range.from) && isNumber(range.to) ? rangeConditions(name, range) : [];
  },
  describeFilter: (text, { unit }) => describeRange(text, unit ?? ''),
  textNote: ({ unit }) => unit,
  isNumeric: always,
};
