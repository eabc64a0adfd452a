import type { UrlField } from '@/lib/declare/kinds/url';
import { Input } from '../../ui/input';
import type { FieldControls, InputProps } from '../field-parts';
import { textOf } from '../read-value';
import { TextFilter } from './text-filter';

const UrlInput = ({ value, onChange, id }: InputProps<UrlField>) => (
  <Input
    id={id}
    type="url"
    inputMode="url"
    placeholder="https://"
    autoComplete="off"
    value={textOf(value)}
    onChange={(event) => onChange(event.target.value)}
  />
);

export const urlControls: FieldControls<UrlField> = { Input: UrlInput, Filter: TextFilter };
