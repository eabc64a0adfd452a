import type { GranteesField } from '@/lib/declare/kinds/grantees';
import type { FieldParts, ShowProps } from './field-parts';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { describeIds, idConditions, titlesText } from './reference';

const GranteesShow = ({ value, showing }: ShowProps<GranteesField>) => (
  <RecordLinks model="group" ids={idsOf(value)} showing={showing} />
);

export const granteesParts: FieldParts<GranteesField> = {
  Cell: GranteesShow,
  Show: GranteesShow,
  toConditions: idConditions,
  describeFilter: (text, _, showing) => describeIds('group', text, showing),
  toText: (value, _, showing) => titlesText('group', value, showing),
  isForCreation: true,
};
