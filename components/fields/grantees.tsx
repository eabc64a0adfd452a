import type { GranteesField } from '@/lib/declare/kinds/grantees';
import type { FieldParts, ShowProps } from './field-parts';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { describeIds, idConditions, titlesText } from './reference';
import { ReferenceFilter, ReferencesInput } from './reference-input';

const GranteesShow = ({ value, showing }: ShowProps<GranteesField>) => (
  <RecordLinks model="group" ids={idsOf(value)} showing={showing} />
);

export const granteesParts: FieldParts<GranteesField> = {
  Input: ReferencesInput,
  Cell: GranteesShow,
  Show: GranteesShow,
  Filter: ReferenceFilter,
  toConditions: idConditions,
  describeFilter: (text, _, showing) => describeIds('group', text, showing),
  toText: (value, _, showing) => titlesText('group', value, showing),
  isForCreation: true,
};
