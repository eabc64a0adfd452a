import type { NumberField } from '@/lib/declare/kinds/number';
import { NumberInput } from '../ui/number-input';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { describeRange, parseRange, rangeConditions } from './filter-text';
import { NumberFilter } from './range-filter';
import { numberOf } from './read-value';

const NumberFieldInput = ({ field, value, onChange, id }: InputProps<NumberField>) => (
  <NumberInput
    id={id}
    value={numberOf(value)}
    onChange={onChange}
    integer={field.integer ?? false}
    suffix={field.unit}
    className="max-w-48"
    {...(field.min === undefined ? {} : { min: field.min })}
    {...(field.max === undefined ? {} : { max: field.max })}
  />
);

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
  Input: NumberFieldInput,
  Cell: NumberShow,
  Show: NumberShow,
  Filter: NumberFilter,
  toConditions: (name, text) => {
    const range = parseRange(text);
    const isNumber = (part: string | null) => part === null || Number.isFinite(Number(part));
    return range && isNumber(range.from) && isNumber(range.to) ? rangeConditions(name, range) : [];
  },
  describeFilter: (text, { unit }) => describeRange(text, unit ?? ''),
  textNote: ({ unit }) => unit,
  isNumeric: true,
};
