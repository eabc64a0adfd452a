import type { TextField } from '@/lib/declare/kinds/text';
import { Input } from '../ui/input';
import { Textarea } from '../ui/textarea';
import { containsConditions, describeContains } from './contains';
import type { FieldParts, InputProps, ShowProps } from './field-parts';
import { textOf } from './read-value';
import { TextFilter } from './text-filter';

function TextInput({ field, value, onChange, id }: InputProps<TextField>) {
  const text = textOf(value);
  if (field.multiline) return <Textarea id={id} value={text} onChange={(event) => onChange(event.target.value)} />;
  const isCode = field.pattern !== undefined;
  return (
    <Input
      id={id}
      value={text}
      spellCheck={isCode ? false : undefined}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const TextCell = ({ value }: ShowProps<TextField>) => <span className="line-clamp-2">{textOf(value)}</span>;

const TextShow = ({ value, field }: ShowProps<TextField>) => (
  <span className={field.multiline ? 'whitespace-pre-line' : undefined}>{textOf(value)}</span>
);

export const textParts: FieldParts<TextField> = {
  Input: TextInput,
  Cell: TextCell,
  Show: TextShow,
  Filter: TextFilter,
  toConditions: containsConditions,
  describeFilter: describeContains,
  isWide: (field) => field.multiline === true,
};
