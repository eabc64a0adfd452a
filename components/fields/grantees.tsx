import type { GranteesField } from '@/lib/declare/kinds/grantees';
import type { FieldParts, ShowProps } from './field-parts';
import { idsOf } from './read-value';
import { RecordLinks } from './record-link';
import { ReferencesInput } from './reference-input';

const GranteesShow = ({ value, showing }: ShowProps<GranteesField>) => (
  <RecordLinks model="group" ids={idsOf(value)} showing={showing} />
);

export const granteesParts: FieldParts<GranteesField> = {
  Input: ReferencesInput,
  Cell: GranteesShow,
  Show: GranteesShow,
  isForCreation: true,
};
