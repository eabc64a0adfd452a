import type { ChoiceField } from '@/lib/declare/kinds/choice';
import { Combobox } from '../../ui/combobox';
import { MultiCombobox } from '../../ui/multi-combobox';
import type { Option } from '../../ui/option';
import { Select } from '../../ui/select';
import { toOptions } from '../choice-options';
import type { FieldControls, FilterProps, InputProps } from '../field-parts';
import { joinValues, splitValues } from '../filter-text';
import { textOf } from '../read-value';

/** Up to here a list is read at a glance; beyond it one types to find. */
const glanceMax = 8;

type ChooserProps = {
  id: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  clearable: boolean;
  placeholder?: string;
  'aria-label'?: string;
};

/** One of a known list: a menu for a short one, a search for a long one. */
export function Chooser({ options, value, onChange, clearable, ...props }: ChooserProps) {
  if (options.length <= glanceMax)
    return <Select {...props} value={value} onChange={onChange} options={options} clearable={clearable} />;
  const chosen = options.find((option) => option.value === value) ?? (value ? { value, label: value } : null);
  return (
    <Combobox
      {...props}
      value={chosen}
      onChange={(option) => onChange(option?.value ?? null)}
      options={options}
      clearable={clearable}
    />
  );
}

const ChoiceInput = ({ field, value, onChange, id }: InputProps<ChoiceField>) => (
  <Chooser
    id={id}
    options={toOptions(field.choices)}
    value={textOf(value) || null}
    onChange={onChange}
    clearable={!field.required && field.default === undefined}
  />
);

const ChoiceFilter = ({ id, field, value, onChange }: FilterProps<ChoiceField>) => {
  const options = toOptions(field.choices);
  return (
    <MultiCombobox
      id={id}
      aria-label={field.label}
      options={options}
      value={splitValues(value ?? '').map(
        (code) => options.find((option) => option.value === code) ?? { value: code, label: code },
      )}
      onChange={(chosen) => onChange(joinValues(chosen.map((option) => option.value)) || null)}
      placeholder="Any"
    />
  );
};

export const choiceControls: FieldControls<ChoiceField> = { Input: ChoiceInput, Filter: ChoiceFilter };
