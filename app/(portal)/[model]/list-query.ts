import 'server-only';
import type { Condition } from '@/components/fields/field-parts';
import { conditionsOf, filterFieldNamed } from '@/components/table/filters';
import type { ListState } from '@/components/table/list-state';
import { kindOf } from '@/lib/declare/kinds';
import type { Model } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { ListQuery } from '@/lib/server/queries/list';

/** The fields that the server can sort a list by. */
export const sortableFields = (model: Model): string[] => [
  ...Object.entries(model.fields).flatMap(([name, field]) => (kindOf(field).sortable && !field.internal ? [name] : [])),
  'created_at',
  'updated_at',
  ...(model.number ? ['number'] : []),
];

/** The query that an address stands for. Fields that no column shows are not asked for. */
export function toListQuery(
  model: Model,
  view: ModelView,
  state: ListState,
  shown: readonly string[],
  zone: string,
): ListQuery {
  const clock = { zone, now: Date.now() };
  const filters = Object.entries(state.filters).flatMap(([name, text]): readonly Condition[] => {
    const field = filterFieldNamed(view, name);
    return field ? conditionsOf(name, field, text, clock) : [];
  });
  const sort = state.sort.replace(/^-/, '');
  return {
    filters,
    search: state.q,
    sort: sort && sortableFields(model).includes(sort) ? [{ field: sort, descending: state.sort.startsWith('-') }] : [],
    limit: state.size,
    offset: (state.page - 1) * state.size,
    exclude: Object.keys(model.fields).filter((name) => !shown.includes(name)),
  };
}
