import type { FieldBase } from './field';
import { isInverse } from './model';

/** The model whose ids a filter by the field holds: what it links, or what the records that point here lead to. Null for none. */
export function filterTarget(field: FieldBase): string | null {
  if (isInverse(field)) return field.leadsTo?.to ?? null;
  return 'to' in field ? String(field.to) : null;
}
