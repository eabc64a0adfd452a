import type { InverseField } from '@/lib/declare/kinds/inverse';
import type { FieldParts, FilterProps, ShowProps } from './field-parts';
import { splitValues } from './filter-text';
import { listOf } from './read-value';
import { describeIds } from './reference';
import { ReferenceFilter } from './reference-input';

function InverseShow({ value }: ShowProps<InverseField>) {
  const count = listOf(value).length;
  return count === 0 ? (
    <span className="text-muted-foreground">0</span>
  ) : (
    <span className="tabular-nums">{count.toLocaleString('en')}</span>
  );
}

/** What the records that point here lead to; where they lead nowhere, only whether there are any is asked. */
const InverseFilter = ({ field, ...props }: FilterProps<InverseField>) =>
  field.leadsTo ? <ReferenceFilter {...props} field={{ ...field, ...field.leadsTo }} /> : null;

export const inverseParts: FieldParts<InverseField> = {
  Input: null,
  Cell: InverseShow,
  Show: InverseShow,
  Filter: InverseFilter,
  toConditions: (name, text, _, { leadsTo }) =>
    leadsTo ? [{ path: [name, leadsTo.by], operator: 'in', values: splitValues(text) }] : [],
  describeFilter: (text, { leadsTo }, showing) => (leadsTo ? describeIds(leadsTo.to, text, showing) : text),
  toText: (value) => String(listOf(value).length),
  isNumeric: true,
  isRelated: true,
};
