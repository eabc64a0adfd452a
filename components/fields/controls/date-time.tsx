import type { DateTimeField } from '@/lib/declare/kinds/date-time';
import { DateTimeInput } from '../../ui/date-time-input';
import type { FieldControls, InputProps } from '../field-parts';
import { textOf } from '../read-value';
import { DateFilter } from './date-filter';

const DateTimeFieldInput = ({ value, onChange, id, zone }: InputProps<DateTimeField>) => (
  <DateTimeInput id={id} value={textOf(value) || null} onChange={onChange} zone={zone} className="max-w-96" />
);

export const dateTimeControls: FieldControls<DateTimeField> = { Input: DateTimeFieldInput, Filter: DateFilter };
