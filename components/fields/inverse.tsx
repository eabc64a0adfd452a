import { endsIn, isNaming, type InverseField } from '@/lib/declare/kinds/inverse';
import type { FieldParts, ShowProps } from './field-parts';
import { splitValues } from './filter-text';
import { listOf } from './read-value';
import { RecordLinks } from './record-link';
import { describeIds, titlesText } from './reference';

/** Whether a table asked for what they lead to: else they are but ids of their own. */
const hasEnds = (value: unknown): boolean => listOf(value).every((entry) => typeof entry === 'object');

function InverseShow({ field, value, showing }: ShowProps<InverseField>) {
  if (isNaming(field) && hasEnds(value))
    return <RecordLinks model={field.leadsTo.to} ids={endsIn(field, value)} showing={showing} max={2} />;
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
  toText: (value, field, showing) =>
    isNaming(field) && hasEnds(value)
      ? titlesText(field.leadsTo.to, endsIn(field, value), showing)
      : String(listOf(value).length),
  isNumeric: (field) => !isNaming(field),
  isRelated: true,
};
