import type { BooleanField } from '@/lib/declare/kinds/boolean';
import { Checkbox } from '../../ui/checkbox';
import { Select } from '../../ui/select';
import type { FieldControls, FilterProps, InputProps } from '../field-parts';

const BooleanInput = ({ field, value, onChange, id }: InputProps<BooleanField>) => (
  <Checkbox id={id} value={value === true} onChange={onChange} label={field.label} />
);

const BooleanFilter = ({ id, field, value, onChange }: FilterProps<BooleanField>) => (
  <Select
    id={id}
    aria-label={field.label}
    value={value}
    onChange={onChange}
    clearable
    placeholder="Any"
    options={[
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ]}
  />
);

export const booleanControls: FieldControls<BooleanField> = { Input: BooleanInput, Filter: BooleanFilter };
