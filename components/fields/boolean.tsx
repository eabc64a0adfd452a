import type { BooleanField } from '@/lib/declare/kinds/boolean';
import type { FieldParts, ShowProps } from './field-parts';

const BooleanCell = ({ value }: ShowProps<BooleanField>) =>
  value === true ? 'Yes' : <span className="text-muted-foreground">No</span>;

const BooleanShow = ({ value }: ShowProps<BooleanField>) => (value === true ? 'Yes' : 'No');

export const booleanParts: FieldParts<BooleanField> = {
  Cell: BooleanCell,
  Show: BooleanShow,
  toConditions: (name, text) =>
    text === 'true' || text === 'false' ? [{ path: [name], operator: 'exact', values: [text] }] : [],
  toText: (value) => (value === true ? 'Yes' : 'No'),
  describeFilter: (text) => (text === 'true' ? 'yes' : 'no'),
  hasLabel: true,
};
