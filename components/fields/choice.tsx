import type { ChoiceField } from '@/lib/declare/kinds/choice';
import type { FieldParts, ShowProps } from './field-parts';
import { describeValues, splitValues } from './filter-text';
import { textOf } from './read-value';

const labelOf = (field: ChoiceField, code: string) =>
  field.choices.find((choice) => choice.code === code)?.label ?? code;

const ChoiceShow = ({ field, value }: ShowProps<ChoiceField>) => (textOf(value) ? labelOf(field, textOf(value)) : null);

export const choiceParts: FieldParts<ChoiceField> = {
  Cell: ChoiceShow,
  Show: ChoiceShow,
  toConditions: (name, text) => [{ path: [name], operator: 'in', values: splitValues(text) }],
  toText: (value, field) => (textOf(value) ? labelOf(field, textOf(value)) : ''),
  describeFilter: (text, field) => describeValues(text, (code) => labelOf(field, code)),
};
