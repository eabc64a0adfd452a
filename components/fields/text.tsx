import { ageInWords } from '@/lib/declare/age';
import type { TextField } from '@/lib/declare/kinds/text';
import { containsConditions, describeContains } from './contains';
import type { FieldParts, ShowProps } from './field-parts';
import { textOf } from './read-value';

const shown = ({ value, field }: ShowProps<TextField>): string =>
  field.isAge ? ageInWords(textOf(value)) : textOf(value);

const TextCell = (props: ShowProps<TextField>) => <span className="line-clamp-2">{shown(props)}</span>;

const TextShow = (props: ShowProps<TextField>) => (
  <span className={props.field.multiline ? 'whitespace-pre-line' : undefined}>{shown(props)}</span>
);

export const textParts: FieldParts<TextField> = {
  Cell: TextCell,
  Show: TextShow,
  toConditions: containsConditions,
  describeFilter: describeContains,
  isWide: (field) => field.multiline === true,
};
