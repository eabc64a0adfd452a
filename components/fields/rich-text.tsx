import type { RichTextField } from '@/lib/declare/kinds/rich-text';
import { RichText } from '../ui/rich-text';
import { containsConditions, describeContains } from './contains';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { textOf } from './read-value';

/** The words of HTML without its tags, for one line of a table. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

const RichTextCell = ({ value }: ShowProps<RichTextField>) => (
  <span className="line-clamp-2">{plain(textOf(value))}</span>
);

const RichTextShow = ({ value }: ShowProps<RichTextField>) =>
  textOf(value) ? <RichText html={textOf(value)} /> : null;

export const richTextParts: FieldParts<RichTextField> = {
  Cell: RichTextCell,
  Show: RichTextShow,
  toConditions: containsConditions,
  describeFilter: describeContains,
  toText: (value) => plain(textOf(value)),
  isWide: always,
};
