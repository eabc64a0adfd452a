import type { DateField } from '@/lib/declare/kinds/date';
import { DateInput } from '../ui/date-input';
import { DateFilter } from './date-filter';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { dayConditions, describeStretch } from './stretch';

const DateFieldInput = ({ value, onChange, id, zone }: InputProps<DateField>) => (
  <DateInput id={id} value={textOf(value) || null} onChange={onChange} zone={zone} className="max-w-56" />
);

const DateShow = ({ value }: ShowProps<DateField>) =>
  textOf(value) ? (
    <time dateTime={textOf(value)} className="whitespace-nowrap tabular-nums">
      {textOf(value)}
    </time>
  ) : null;

export const dateParts: FieldParts<DateField> = {
  Input: DateFieldInput,
  Cell: DateShow,
  Show: DateShow,
  Filter: DateFilter,
  toConditions: dayConditions,
  describeFilter: describeStretch,
};
