import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { jsonCell, kind } from './kind';

type Options = Common & {
  /** Name of the expression that the server computes it by. */
  readonly compute: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly readOnly: true;
};
export type ComputedField = FieldOf<'computed', Options, unknown>;

/** Worked out from other data on every read; never stored. `json` is its JSON Schema. */
export function computed<const O extends Omit<Options, 'readOnly'>>(
  options: O,
): FieldOf<'computed', O & { readonly readOnly: true }, unknown> {
  return { kind: 'computed', ...options, readOnly: true };
}

export const computedKind = kind<ComputedField>({
  storage: (field) => ({ shape: 'computed', by: field.compute }),
  schema: () => z.unknown(),
  empty: () => null,
  operators: [],
  sortable: false,
  searchable: false,
  toCell: (value) => (typeof value === 'string' ? value : jsonCell(value)),
  fromCell: () => null,
  jsonSchema: (field) => ({ ...field.json, readOnly: true }),
});
