import type { TextField } from '@/lib/declare/kinds/text';
import { Input } from '../../ui/input';
import { Textarea } from '../../ui/textarea';
import type { FieldControls, InputProps } from '../field-parts';
import { textOf } from '../read-value';
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

export const textControls: FieldControls<TextField> = { Input: TextInput, Filter: TextFilter };
