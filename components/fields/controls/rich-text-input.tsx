'use client';

import type { RichTextField } from '@/lib/declare/kinds/rich-text';
import { RichTextEditor } from '../../ui/rich-text-editor';
import type { InputProps } from '../field-parts';
import { textOf } from '../read-value';
import { useUpload } from './upload-target';

export function RichTextInput({ id, name, value, onChange }: InputProps<RichTextField>) {
  return <RichTextEditor id={id} value={textOf(value)} onChange={onChange} upload={useUpload(name)} />;
}
