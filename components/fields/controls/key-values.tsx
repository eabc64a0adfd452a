import type { KeyValuesField } from '@/lib/declare/kinds/key-values';
import { KeyValueEditor } from '../../ui/key-value-editor';
import type { FieldControls, InputProps } from '../field-parts';
import { entriesOf } from '../key-values';

const KeyValuesInput = ({ value, onChange, id }: InputProps<KeyValuesField>) => (
  <KeyValueEditor id={id} value={Object.fromEntries(entriesOf(value))} onChange={onChange} />
);

export const keyValuesControls: FieldControls<KeyValuesField> = { Input: KeyValuesInput };
