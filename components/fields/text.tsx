import type { TextField } from '@/lib/declare/kinds/text';
import { containsConditions, describeContains } from './contains';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';

const TextCell = ({ value }: ShowProps<TextField>) => <span className="line-clamp-2">{textOf(value)}</span>;

const TextShow = ({ value, field }: ShowProps<TextField>) => (
  <span className={field.multiline ? 'whitespace-pre-line' : undefined}>{textOf(value)}</span>
);

export const textParts: FieldParts<TextField> = {
  Cell: TextCell,
  Show: TextShow,
  toConditions: containsConditions,
  describeFilter: describeContains,
  isWide: (field) => field.multiline === true,
};
