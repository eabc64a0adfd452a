import type { Choice } from '@/lib/declare/field';
import type { ChoiceField } from '@/lib/declare/kinds/choice';
import { Combobox } from '../ui/combobox';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import type { FieldParts, FilterProps, InputProps, ShowProps } from './field-parts';
import { textOf } from './read-value';

/** Up to here a list is read at a glance; beyond it one types to find. */
const glanceMax = 8;

/** Choices as options; the category of a type is its second line. */
export const toOptions = (choices: readonly Choice[]): Option[] =>
  choices.map((choice) => ({
    value: choice.code,
    label: choice.label,
    ...('category' in choice && typeof choice.category === 'string' && choice.category
      ? { description: choice.category }
      : {}),
  }));

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

const labelOf = (field: ChoiceField, code: string) =>
  field.choices.find((choice) => choice.code === code)?.label ?? code;

const ChoiceShow = ({ field, value }: ShowProps<ChoiceField>) => (textOf(value) ? labelOf(field, textOf(value)) : null);

const ChoiceFilter = ({ id, field, value, onChange }: FilterProps<ChoiceField>) => (
  <Chooser
    id={id}
    aria-label={field.label}
    options={toOptions(field.choices)}
    value={value}
    onChange={onChange}
    clearable
    placeholder="Any"
  />
);

export const choiceParts: FieldParts<ChoiceField> = {
  Input: ChoiceInput,
  Cell: ChoiceShow,
  Show: ChoiceShow,
  Filter: ChoiceFilter,
  toCondition: (name, text) => ({ path: [name], operator: 'in', values: [text] }),
  describeFilter: (text, field) =>
    text
      .split(',')
      .map((code) => labelOf(field, code))
      .join(', '),
};
