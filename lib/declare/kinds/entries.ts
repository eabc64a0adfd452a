import { z } from 'zod';
import type { FamilyName } from '@/lib/vocabularies/types';
import type { Common, FieldOf } from '../field';
import { fromJsonCell, jsonCell, kind } from './kind';

type Options = Common & {
  /** The family of schemas of what an entry holds. */
  readonly family: FamilyName;
  /** The sibling field that holds the type code. */
  readonly by: string;
  readonly readOnly: true;
};

/** One entry of a log. Times are ISO instants; types with an interval have the two others in place of the one. */
export type LogEntry = {
  readonly date_time?: string;
  readonly start_date_time?: string;
  readonly end_date_time?: string | null;
  readonly notes: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** The user's number. */
  readonly performed_by: number | null;
};
export type EntriesField = FieldOf<'entries', Options, readonly LogEntry[]>;

/** The entries of a log, the newest first. They change one by one, by the actions of the model. */
export function entries<const O extends Omit<Options, 'readOnly'>>(
  options: O,
): FieldOf<'entries', O & { readonly readOnly: true }, readonly LogEntry[]> {
  return { kind: 'entries', ...options, readOnly: true };
}

export const entriesKind = kind<EntriesField>({
  storage: () => ({ shape: 'column', prisma: 'Json', nullable: false, default: '"[]"', read: 'plain', bind: 'json' }),
  schema: () => z.unknown(),
  empty: () => [],
  operators: [],
  sortable: false,
  searchable: false,
  toCell: jsonCell,
  fromCell: fromJsonCell,
  jsonSchema: (field) => ({
    type: 'array',
    readOnly: true,
    description: `The newest first. The details are those of the log’s ${field.by}.`,
    items: {
      type: 'object',
      properties: {
        date_time: { type: 'string', format: 'date-time' },
        start_date_time: { type: 'string', format: 'date-time' },
        end_date_time: { type: ['string', 'null'], format: 'date-time' },
        notes: { type: ['string', 'null'], maxLength: 500 },
        details: { type: 'object' },
        performed_by: { type: ['integer', 'null'] },
      },
    },
  }),
});
