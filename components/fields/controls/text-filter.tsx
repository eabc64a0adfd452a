'use client';

import { Input } from '../../ui/input';
import { useLateText } from '../../ui/use-late-text';
import type { FilterProps } from '../field-parts';

/** Text that occurs in the field. */
export function TextFilter({ id, field, value, onChange }: FilterProps) {
  const typed = useLateText(value ?? '', (text) => onChange(text || null));
  return <Input id={id} aria-label={field.label} placeholder="Contains…" autoComplete="off" {...typed} />;
}
