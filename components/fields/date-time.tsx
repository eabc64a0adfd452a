import type { DateTimeField } from '@/lib/declare/kinds/date-time';
import { toMinute } from '../table/to-minute';
import { DateTimeInput } from '../ui/date-time-input';
import { Time } from '../ui/time';
import { writeInstant } from '../ui/zoned-time';
import { DateFilter } from './date-filter';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { describeStretch, instantConditions } from './stretch';

const DateTimeFieldInput = ({ value, onChange, id, zone }: InputProps<DateTimeField>) => (
  <DateTimeInput id={id} value={textOf(value) || null} onChange={onChange} zone={zone} className="max-w-96" />
);

/** What a person entered is shown to the millisecond, what we noted ourselves to the minute. */
const shownText = (field: DateTimeField, value: unknown): string =>
  field.readOnly ? toMinute(textOf(value)) : textOf(value);

const DateTimeCell = ({ field, value, showing }: ShowProps<DateTimeField>) =>
  textOf(value) ? <Time value={shownText(field, value)} zone={showing.zone} /> : null;

const DateTimeShow = ({ field, value, showing }: ShowProps<DateTimeField>) =>
  textOf(value) ? (
    <>
      <Time value={shownText(field, value)} zone={showing.zone} />{' '}
      <span className="text-sm text-muted-foreground">{showing.zone}</span>
    </>
  ) : null;

export const dateTimeParts: FieldParts<DateTimeField> = {
  Input: DateTimeFieldInput,
  Cell: DateTimeCell,
  Show: DateTimeShow,
  Filter: DateFilter,
  toConditions: instantConditions,
  toText: (value, field, { zone }) => {
    const instant = Date.parse(shownText(field, value));
    return Number.isNaN(instant) ? '' : writeInstant(instant, zone);
  },
  textNote: (_, { zone }) => zone,
  describeFilter: describeStretch,
};
