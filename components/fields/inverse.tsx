import type { InverseField } from '@/lib/declare/kinds/inverse';
import type { FieldParts, ShowProps } from './field-parts';
import { splitValues } from './filter-text';
import { listOf } from './read-value';
import { describeIds } from './reference';

function InverseShow({ value }: ShowProps<InverseField>) {
  const count = listOf(value).length;
  return count === 0 ? (
    <span className="text-muted-foreground">0</span>
  ) : (
    <span className="tabular-nums">{count.toLocaleString('en')}</span>
  );
}

export const inverseParts: FieldParts<InverseField> = {
  Cell: InverseShow,
  Show: InverseShow,
  toConditions: (name, text, _, { leadsTo }) =>
    leadsTo ? [{ path: [name, leadsTo.by], operator: 'in', values: splitValues(text) }] : [],
  describeFilter: (text, { leadsTo }, showing) => (leadsTo ? describeIds(leadsTo.to, text, showing) : text),
  toText: (value) => String(listOf(value).length),
  isNumeric: true,
  isRelated: true,
};
