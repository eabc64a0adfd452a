import type { RichTextField } from '@/lib/declare/kinds/rich-text';
import type { FieldControls } from '../field-parts';
import { RichTextInput } from './rich-text-input';
import { TextFilter } from './text-filter';

export const richTextControls: FieldControls<RichTextField> = { Input: RichTextInput, Filter: TextFilter };
