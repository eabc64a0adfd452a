import type { FieldBase, KindName } from '../field';
import { booleanKind } from './boolean';
import { choiceKind } from './choice';
import { computedKind } from './computed';
import { dateKind } from './date';
import { dateTimeKind } from './date-time';
import { detailsKind } from './details';
import { durationKind } from './duration';
import { entriesKind } from './entries';
import { fileKind } from './file';
import { granteesKind } from './grantees';
import { grantsKind } from './grants';
import { inverseKind } from './inverse';
import { keyValuesKind } from './key-values';
import type { Kind } from './kind';
import { linksKind } from './links';
import { numberKind } from './number';
import { referenceKind } from './reference';
import { referencesKind } from './references';
import { richTextKind } from './rich-text';
import { rowsKind } from './rows';
import { tagsKind } from './tags';
import { textKind } from './text';
import { urlKind } from './url';

const kinds = {
  text: textKind,
  richText: richTextKind,
  number: numberKind,
  boolean: booleanKind,
  date: dateKind,
  dateTime: dateTimeKind,
  duration: durationKind,
  choice: choiceKind,
  tags: tagsKind,
  url: urlKind,
  keyValues: keyValuesKind,
  rows: rowsKind,
  details: detailsKind,
  entries: entriesKind,
  file: fileKind,
  reference: referenceKind,
  references: referencesKind,
  inverse: inverseKind,
  grants: grantsKind,
  grantees: granteesKind,
  computed: computedKind,
  links: linksKind,
};

/** The behaviour of a field's kind. */
export function kindOf(field: FieldBase): Kind {
  // The registry pairs every kind with its own field type; only the pairing is erased here.
  const byName: Record<KindName, unknown> = kinds;
  return byName[field.kind] as Kind;
}
