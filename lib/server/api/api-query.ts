import 'server-only';
import { comparisons, textOperators } from '@/lib/declare/field';
import type { Filter } from '../queries/filter';
import type { ListQuery } from '../queries/list';
import { cursorOf } from './cursor';

/** Page size when none is asked for (CONTRACT section 3). */
export const limitDefault = 20;

const operators = new Set<string>([...textOperators, ...comparisons]);

/**
 * The parameters of a list request that mean this query: reading them again by `parseListQuery` gives it back. In the
 * order in which people read them; what is usual is left out.
 */
export function toApiQuery({
  filters,
  search,
  sort,
  limit,
  offset,
  after,
  include = [],
  exclude = [],
}: ListQuery): [string, string][] {
  return [
    ...filters.flatMap((filter) => valuesOf(filter).map((value): [string, string] => [filterName(filter), value])),
    ...(search === undefined || search === '' ? [] : [['search', search] as [string, string]]),
    ...sort.map(({ field, descending }): [string, string] => ['sort[]', `${descending ? '-' : ''}${field}`]),
    ...include.map((name): [string, string] => ['include[]', name]),
    ...exclude.map((name): [string, string] => ['exclude[]', name]),
    ...(limit === limitDefault ? [] : [['limit', String(limit)] as [string, string]]),
    ...(offset === 0 ? [] : [['offset', String(offset)] as [string, string]]),
    ...(after === undefined ? [] : [['cursor', after === null ? '*' : cursorOf(after)] as [string, string]]),
  ];
}

const matchesNothing = ({ path, values }: Filter): boolean => path[0] === 'id' && values.length === 0;
const valuesOf = (filter: Filter): readonly string[] => (matchesNothing(filter) ? ['none'] : filter.values);

function filterName(filter: Filter): string {
  // What matches nothing has been a filter on tags, of a model without tags.
  if (matchesNothing(filter)) return 'filter{tags}';
  const { path, operator, negate } = filter;
  // A field that is called like an operator needs one after it, or it would be taken for that.
  const isUnclear = path.length > 1 && operators.has(path.at(-1) ?? '');
  const suffix = operator === 'exact' && !isUnclear ? '' : `.${operator}`;
  return `filter{${negate ? '-' : ''}${path.join('.')}${suffix}}`;
}
