import type { InverseField } from '@/lib/declare/kinds/inverse';
import type { FieldControls, FilterProps } from '../field-parts';
import { ReferenceFilter } from './reference-input';

/** What the records that point here lead to; where they lead nowhere, only whether there are any is asked. */
const InverseFilter = ({ field, ...props }: FilterProps<InverseField>) =>
  field.leadsTo ? <ReferenceFilter {...props} field={{ ...field, ...field.leadsTo }} /> : null;

export const inverseControls: FieldControls<InverseField> = { Filter: InverseFilter };
