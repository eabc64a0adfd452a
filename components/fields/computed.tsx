import type { ComputedField } from '@/lib/declare/kinds/computed';
import type { FieldParts, ShowProps } from './field-parts';
import { listOf, objectOf } from './read-value';
import { OutsideLink } from './url';

function nameOf(item: unknown): string {
  const { name, title } = objectOf(item);
  return String(name ?? title ?? item);
}

function ComputedShow({ value }: ShowProps<ComputedField>) {
  if (typeof value === 'string') return value ? <OutsideLink address={value} /> : null;
  if (typeof value === 'number') return <span className="tabular-nums">{value}</span>;
  const items = listOf(value);
  return items.length > 0 ? items.map(nameOf).join(', ') : null;
}

const toText = (value: unknown) => (Array.isArray(value) ? value.map(nameOf).join(', ') : String(value ?? ''));

export const computedParts: FieldParts<ComputedField> = { Cell: ComputedShow, Show: ComputedShow, toText };
