import { kindOf } from '@/lib/declare/kinds';
import type { Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import type { Clock, Condition, Showing } from '../fields/field-parts';
import { emptyText, setText } from '../fields/filter-text';
import { engineFields } from './columns';

/** A field that a list can be narrowed by. */
export type FilterField = {
  readonly name: string;
  readonly field: Field;
  /** Always offered; the others are found under "More filters". */
  readonly isUsual: boolean;
};

/** Engine fields that every list can be narrowed by. */
const engineFilters = ['created_at', 'updated_at', 'created_by', 'updated_by'] as const;
const usualEngineFilters: readonly string[] = ['created_at', 'updated_at', 'created_by'];

/** Whether it makes a difference to ask if the field holds something. */
export function canBeEmpty(field: Field): boolean {
  const kind = kindOf(field);
  if (field.required || !kind.operators.includes('isnull')) return false;
  const storage = kind.storage(field);
  if (storage.shape !== 'column') return true;
  return storage.nullable || storage.default === '""' || storage.default === '[]';
}

const isFilterable = (field: Field): boolean => partsOf(field).toConditions !== undefined || canBeEmpty(field);

/** All fields that a list of the model can be narrowed by: those declared, and when and by whom a record was made and changed. */
export function filterFieldsOf(view: ModelView): FilterField[] {
  const declared = Object.entries(view.fields)
    .filter(([, field]) => isFilterable(field))
    .map(([name, field]) => ({ name, field, isUsual: field.filter === true }));
  const engine = engineFilters
    .filter((name) => !(name in view.fields))
    .map((name) => ({ name, field: engineFields[name], isUsual: usualEngineFilters.includes(name) }));
  return [...declared, ...engine];
}

/** The field that a filter in the address names, if it can be filtered by. */
export const filterFieldNamed = (view: ModelView, name: string): Field | null =>
  filterFieldsOf(view).find((filter) => filter.name === name)?.field ?? null;

/** The conditions that a filter in the address stands for; none for text that is no filter. */
export function conditionsOf(name: string, field: Field, text: string, clock: Clock): readonly Condition[] {
  if (text === emptyText || text === setText)
    return canBeEmpty(field) ? [{ path: [name], operator: 'isnull', values: [String(text === emptyText)] }] : [];
  return partsOf(field).toConditions?.(name, text, clock, field) ?? [];
}

/** How a filter reads: "Sex: Male or Female", "Strain: is empty". */
export function filterWords(field: Field, text: string, showing: Showing): string {
  const words =
    text === emptyText
      ? 'is empty'
      : text === setText
        ? 'is not empty'
        : (partsOf(field).describeFilter?.(text, field, showing) ?? text);
  return `${field.label}: ${words}`;
}
