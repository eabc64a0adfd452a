import type { BooleanField } from '@/lib/declare/kinds/boolean';
import { Checkbox } from '../ui/checkbox';
import { Select } from '../ui/select';
import type { FieldParts, FilterProps, InputProps, ShowProps } from './field-parts';

const BooleanInput = ({ field, value, onChange, id }: InputProps<BooleanField>) => (
  <Checkbox id={id} value={value === true} onChange={onChange} label={field.label} />
);

const BooleanCell = ({ value }: ShowProps<BooleanField>) =>
  value === true ? 'Yes' : <span className="text-muted-foreground">No</span>;

const BooleanShow = ({ value }: ShowProps<BooleanField>) => (value === true ? 'Yes' : 'No');

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

export const booleanParts: FieldParts<BooleanField> = {
  Input: BooleanInput,
  Cell: BooleanCell,
  Show: BooleanShow,
  Filter: BooleanFilter,
  toConditions: (name, text) =>
    text === 'true' || text === 'false' ? [{ path: [name], operator: 'exact', values: [text] }] : [],
  toText: (value) => (value === true ? 'Yes' : 'No'),
  describeFilter: (text) => (text === 'true' ? 'yes' : 'no'),
  hasLabel: true,
};
