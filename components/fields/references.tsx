import type { ReferencesField } from '@/lib/declare/kinds/references';
import type { FieldParts, ShowProps } from './field-parts';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { describeIds, idConditions, titlesText } from './reference';

const ReferencesCell = ({ field, value, showing }: ShowProps<ReferencesField>) => (
  <RecordLinks model={field.to} ids={idsOf(value)} showing={showing} max={2} />
);
const ReferencesShow = ({ field, value, showing }: ShowProps<ReferencesField>) => (
  <RecordLinks model={field.to} ids={idsOf(value)} showing={showing} />
);

export const referencesParts: FieldParts<ReferencesField> = {
  Cell: ReferencesCell,
  Show: ReferencesShow,
  toConditions: idConditions,
  toText: (value, field, showing) => titlesText(field.to, value, showing),
  describeFilter: (text, field, showing) => describeIds(field.to, text, showing),
};
