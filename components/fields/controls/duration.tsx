import type { DurationField } from '@/lib/declare/kinds/duration';
import { DurationInput } from '../../ui/duration-input';
import type { FieldControls, InputProps } from '../field-parts';
import { numberOf } from '../read-value';
import { DurationFilter } from './range-filter';

const DurationFieldInput = ({ value, onChange, id }: InputProps<DurationField>) => (
  <DurationInput id={id} value={numberOf(value)} onChange={onChange} allowNegative className="max-w-48" />
);

export const durationControls: FieldControls<DurationField> = { Input: DurationFieldInput, Filter: DurationFilter };
