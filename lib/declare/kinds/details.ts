import { z } from 'zod';
import { checkCoordinates, checkDetails } from '@/lib/vocabularies/check-details';
import type { FamilyName } from '@/lib/vocabularies/types';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { fromJsonCell, jsonCell, kind } from './kind';

type Options = Common & {
  /** The family of schemas, or the coordinate systems. */
  readonly family: FamilyName;
  /** The sibling field that holds the type code. */
  readonly by: string;
  /** The sibling field that receives the version of the schema. */
  readonly version: string;
};
export type DetailsField = FieldOf<'details', Options, unknown>;

/** Typed JSON whose schema is chosen by the code in another field of the record. */
export function details<const O extends Options>(options: O): FieldOf<'details', O, unknown> {
  return { kind: 'details', ...options };
}

export const detailsKind = kind<DetailsField>({
  storage: () => ({ shape: 'column', prisma: 'Json', nullable: true, read: 'plain', bind: 'json' }),
  schema: () =>
    z.custom<unknown>((value) => typeof value === 'object' && value !== null, {
      error: ({ input }) => `Expected an object, found ${describe(input)}.`,
    }),
  empty: () => null,
  operators: [],
  sortable: false,
  searchable: false,
  refine(name, field, record) {
    const type = record[field.by];
    if (typeof type !== 'string' || type === '') return { values: {}, problems: [] };
    const checked =
      field.family === 'coordinates'
        ? checkCoordinates(type, record[name] ?? {}, name)
        : checkDetails(field.family, type, record[name], name);
    return { values: { [name]: checked.value, [field.version]: checked.version }, problems: checked.problems };
  },
  toCell: jsonCell,
  fromCell: fromJsonCell,
  jsonSchema: (field) => ({ type: ['object', 'array', 'null'], description: `Schema chosen by ${field.by}.` }),
});
