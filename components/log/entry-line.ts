import type { LogEntry } from '@/lib/declare/kinds/entries';
import { findType, type FamilyName } from '@/lib/vocabularies/types';
import { detailText } from '../fields/details-text';
import { listOf } from '../fields/read-value';

/** More items than that are only counted. */
const itemsShown = 8;

/** The details of an entry as one line: a lone value bare, several by their labels. Notes where there are none. */
export function entryLine(family: FamilyName, type: string, entry: LogEntry): string {
  const fields = findType(family, type)?.fields ?? [];
  const given = fields.flatMap((field) => {
    const value = entry.details[field.key];
    const count = listOf(value).length;
    const text = count > itemsShown ? `${count} values` : detailText(field, value);
    return text ? [{ label: field.label, text }] : [];
  });
  if (fields.length === 1 && given[0]) return given[0].text;
  return given.map(({ label, text }) => `${label} ${text}`).join(', ') || (entry.notes ?? '');
}
