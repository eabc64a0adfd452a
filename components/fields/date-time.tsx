import type { DateTimeField } from '@/lib/declare/kinds/date-time';
import { toMinute } from '../table/to-minute';
import { Time } from '../ui/time';
import { writeInstant } from '../ui/zoned-time';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { describeStretch, instantConditions } from './stretch';

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
  Cell: DateTimeCell,
  Show: DateTimeShow,
  toConditions: instantConditions,
  toText: (value, field, { zone }) => {
    const instant = Date.parse(shownText(field, value));
    return Number.isNaN(instant) ? '' : writeInstant(instant, zone);
  },
  textNote: (_, { zone }) => zone,
  describeFilter: (text, _, { zone }) => describeStretch(text, zone),
};
