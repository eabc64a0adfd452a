import type { TagsField } from '@/lib/declare/kinds/tags';
import { Badge } from '../ui/badge';
import type { FieldParts, ShowProps } from './field-parts';
import { describeValues, splitValues } from './filter-text';
import { textsOf } from './read-value';

const TagsShow = ({ value }: ShowProps<TagsField>) =>
  textsOf(value).length > 0 ? (
    <span className="flex flex-wrap gap-1">
      {textsOf(value).map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  ) : null;

export const tagsParts: FieldParts<TagsField> = {
  Cell: TagsShow,
  Show: TagsShow,
  // Not by `in`, which would part a word at its commas.
  toConditions: (name, text) => [{ path: [name], operator: 'exact', values: splitValues(text) }],
  describeFilter: (text) => describeValues(text, (word) => word),
};
