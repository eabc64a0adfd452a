import { kindOf } from './kinds';
import type { FieldOperation, FieldStep } from './many-changes';
import type { AnyRecord, Field, Model } from './model';

/** Words are the same whatever their case. */
const keyOf = (value: unknown): string => String(value).toLowerCase();

/** What the fields of a record hold after the steps, of the fields that these name. */
export function valuesAfter(
  model: Pick<Model, 'fields'>,
  current: AnyRecord,
  steps: readonly FieldStep[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { field: name, operation, value } of steps) {
    const field = model.fields[name];
    if (!field) continue;
    const now = name in values ? values[name] : current[name];
    values[name] = stepped(field, now, operation, value);
  }
  return values;
}

function stepped(field: Field, now: unknown, operation: FieldOperation, value: unknown): unknown {
  if (operation === 'set') return value;
  if (operation === 'clear') return kindOf(field).empty(field);
  const [list, given] = [[now ?? []].flat(), [value ?? []].flat()];
  const keys = new Set((operation === 'add' ? list : given).map(keyOf));
  const others = (some: readonly unknown[]) => some.filter((one) => !keys.has(keyOf(one)));
  return operation === 'add' ? [...list, ...others(given)] : others(list);
}
