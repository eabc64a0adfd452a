import type { NumberField } from '@/lib/declare/kinds/number';
import { NumberInput } from '../../ui/number-input';
import type { FieldControls, InputProps } from '../field-parts';
import { numberOf } from '../read-value';
import { NumberFilter } from './range-filter';

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

export const numberControls: FieldControls<NumberField> = { Input: NumberFieldInput, Filter: NumberFilter };
