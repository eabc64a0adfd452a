import type { ReferenceField } from '@/lib/declare/kinds/reference';
import type { FieldParts, Showing, ShowProps } from './field-parts';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { ReferenceFilter, ReferenceInput } from './reference-input';

const ReferenceShow = ({ field, value, showing }: ShowProps<ReferenceField>) => (
  <RecordLinks model={field.to} ids={idsOf(value)} showing={showing} />
);

/** The titles that a filter by ids stands for. */
export const describeIds = (model: string, text: string, showing: Showing): string =>
  text
    .split(',')
    .map((id) => showing.titles[model]?.[id] ?? 'a record not visible to you')
    .join(', ');

export const referenceParts: FieldParts<ReferenceField> = {
  Input: ReferenceInput,
  Cell: ReferenceShow,
  Show: ReferenceShow,
  Filter: ReferenceFilter,
  toCondition: (name, text) => ({ path: [name], operator: 'in', values: [text] }),
  describeFilter: (text, field, showing) => describeIds(field.to, text, showing),
};
