import type { InverseField } from '@/lib/declare/kinds/inverse';
import type { FieldParts, ShowProps } from './field-parts';
import { listOf } from './read-value';

function InverseShow({ value }: ShowProps<InverseField>) {
  const count = listOf(value).length;
  return count === 0 ? (
    <span className="text-muted-foreground">0</span>
  ) : (
    <span className="tabular-nums">{count.toLocaleString('en')}</span>
  );
}

export const inverseParts: FieldParts<InverseField> = {
  Input: null,
  Cell: InverseShow,
  Show: InverseShow,
  isNumeric: true,
  isRelated: true,
};
