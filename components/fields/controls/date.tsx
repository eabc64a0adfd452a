import type { DateField } from '@/lib/declare/kinds/date';
import { DateInput } from '../../ui/date-input';
import type { FieldControls, InputProps } from '../field-parts';
import { textOf } from '../read-value';
import { DateFilter } from './date-filter';

const DateFieldInput = ({ value, onChange, id, zone }: InputProps<DateField>) => (
  <DateInput id={id} value={textOf(value) || null} onChange={onChange} zone={zone} className="max-w-56" />
);

export const dateControls: FieldControls<DateField> = { Input: DateFieldInput, Filter: DateFilter };
