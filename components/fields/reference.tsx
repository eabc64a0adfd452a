import type { ReferenceField } from '@/lib/declare/kinds/reference';
import type { Condition, FieldParts, Showing, ShowProps } from './field-parts';
import { describeValues, splitValues } from './filter-text';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { unseen } from './unseen';

const ReferenceShow = ({ field, value, showing }: ShowProps<ReferenceField>) => (
  <RecordLinks model={field.to} ids={idsOf(value)} showing={showing} />
);

/** The titles of linked records in one line. */
export const titlesText = (model: string, value: unknown, showing: Showing): string =>
  idsOf(value)
    .map((id) => showing.titles[model]?.[id] ?? unseen)
    .join(', ');

/** The titles that a filter by ids stands for. */
export const describeIds = (model: string, text: string, showing: Showing): string =>
  describeValues(text, (id) => showing.titles[model]?.[id] ?? unseen);

/** The condition that any of the ids is linked. */
export const idConditions = (name: string, text: string): Condition[] => [
  { path: [name], operator: 'in', values: splitValues(text) },
];

export const referenceParts: FieldParts<ReferenceField> = {
  Cell: ReferenceShow,
  Show: ReferenceShow,
  toConditions: idConditions,
  toText: (value, field, showing) => titlesText(field.to, value, showing),
  describeFilter: (text, field, showing) => describeIds(field.to, text, showing),
};
