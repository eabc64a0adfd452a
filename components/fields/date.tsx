import type { DateField } from '@/lib/declare/kinds/date';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { dayConditions, describeStretch } from './stretch';

const DateShow = ({ value }: ShowProps<DateField>) =>
  textOf(value) ? (
    <time dateTime={textOf(value)} className="whitespace-nowrap tabular-nums">
      {textOf(value)}
    </time>
  ) : null;

export const dateParts: FieldParts<DateField> = {
  Cell: DateShow,
  Show: DateShow,
  toConditions: dayConditions,
  describeFilter: (text) => describeStretch(text),
};
