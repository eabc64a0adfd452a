import type { LinksField } from '@/lib/declare/kinds/links';
import type { FieldParts } from './field-parts';

const Nothing = () => null;

/** For clients of the API only: pages show related records themselves. */
export const linksParts: FieldParts<LinksField> = { Cell: Nothing, Show: Nothing, isRelated: true };
