import type { FieldBase, KindName } from '@/lib/declare/field';
import { booleanParts } from './boolean';
import { choiceParts } from './choice';
import { computedParts } from './computed';
import { dateParts } from './date';
import { dateTimeParts } from './date-time';
import { detailsParts } from './details';
import { durationParts } from './duration';
import { entriesParts } from './entries';
import type { FieldParts } from './field-parts';
import { fileParts } from './file';
import { granteesParts } from './grantees';
import { grantsParts } from './grants';
import { inverseParts } from './inverse';
import { keyValuesParts } from './key-values';
import { linksParts } from './links';
import { numberParts } from './number';
import { referenceParts } from './reference';
import { referencesParts } from './references';
import { richTextParts } from './rich-text';
import { rowsParts } from './rows';
import { tagsParts } from './tags';
import { textParts } from './text';
import { urlParts } from './url';

// A kind without its half here does not compile.
const parts = {
  text: textParts,
  richText: richTextParts,
  number: numberParts,
  boolean: booleanParts,
  date: dateParts,
  dateTime: dateTimeParts,
  duration: durationParts,
  choice: choiceParts,
  tags: tagsParts,
  url: urlParts,
  keyValues: keyValuesParts,
  rows: rowsParts,
  details: detailsParts,
  entries: entriesParts,
  file: fileParts,
  reference: referenceParts,
  references: referencesParts,
  inverse: inverseParts,
  grants: grantsParts,
  grantees: granteesParts,
  computed: computedParts,
  links: linksParts,
};

/** How a field of a kind looks and reads. */
export function partsOf(field: FieldBase): FieldParts {
  // The registry pairs every kind with its own field type; only the pairing is erased here.
  const byName: Record<KindName, unknown> = parts;
  return byName[field.kind] as FieldParts;
}
