import type { FieldBase, KindName } from '@/lib/declare/field';
import type { FieldControls } from '../field-parts';
import { booleanControls } from './boolean';
import { choiceControls } from './choice';
import { dateControls } from './date';
import { dateTimeControls } from './date-time';
import { detailsControls } from './details';
import { durationControls } from './duration';
import { fileControls } from './file';
import { inverseControls } from './inverse';
import { keyValuesControls } from './key-values';
import { numberControls } from './number';
import { ReferenceFilter, ReferenceInput, ReferencesInput } from './reference-input';
import { richTextControls } from './rich-text';
import { rowsControls } from './rows';
import { TagsFieldInput, TagsFilter } from './tags-input';
import { textControls } from './text';
import { urlControls } from './url';

// Apart from how a kind looks, so that pages which only show records fetch no form. A kind without its half here does not compile.
const controls = {
  text: textControls,
  richText: richTextControls,
  number: numberControls,
  boolean: booleanControls,
  date: dateControls,
  dateTime: dateTimeControls,
  duration: durationControls,
  choice: choiceControls,
  tags: { Input: TagsFieldInput, Filter: TagsFilter },
  url: urlControls,
  keyValues: keyValuesControls,
  rows: rowsControls,
  details: detailsControls,
  entries: {},
  file: fileControls,
  reference: { Input: ReferenceInput, Filter: ReferenceFilter },
  references: { Input: ReferencesInput, Filter: ReferenceFilter },
  inverse: inverseControls,
  grants: {},
  grantees: { Input: ReferencesInput, Filter: ReferenceFilter },
  computed: {},
  links: {},
};

/** What a field of a kind is typed and searched in. */
export function controlsOf(field: FieldBase): FieldControls {
  // The registry pairs every kind with its own field type; only the pairing is erased here.
  const byName: Record<KindName, unknown> = controls;
  return byName[field.kind] as FieldControls;
}
