import type { DateTimeField } from '@/lib/declare/kinds/date-time';
import { DateTimeInput } from '../ui/date-time-input';
import { Time } from '../ui/time';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { describeStretch, instantCondition, SinceFilter } from './since';

const DateTimeFieldInput = ({ value, onChange, id, zone }: InputProps<DateTimeField>) => (
  <DateTimeInput id={id} value={textOf(value) || null} onChange={onChange} zone={zone} className="max-w-96" />
);

const DateTimeCell = ({ value, showing }: ShowProps<DateTimeField>) =>
  textOf(value) ? <Time value={textOf(value)} zone={showing.zone} /> : null;

const DateTimeShow = ({ value, showing }: ShowProps<DateTimeField>) =>
  textOf(value) ? (
    <>
      <Time value={textOf(value)} zone={showing.zone} />{' '}
      <span className="text-sm text-muted-foreground">{showing.zone}</span>
    </>
  ) : null;

export const dateTimeParts: FieldParts<DateTimeField> = {
  Input: DateTimeFieldInput,
  Cell: DateTimeCell,
  Show: DateTimeShow,
  Filter: SinceFilter,
  toCondition: instantCondition,
  describeFilter: describeStretch,
};
