/** The names of all field kinds. Each has one file in `kinds/` and one in `components/fields/`. */
export type KindName =
  | 'text'
  | 'richText'
  | 'number'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'duration'
  | 'choice'
  | 'tags'
  | 'url'
  | 'keyValues'
  | 'rows'
  | 'details'
  | 'entries'
  | 'file'
  | 'reference'
  | 'references'
  | 'inverse'
  | 'grants'
  | 'grantees'
  | 'computed'
  | 'links';

export type Choice = {
  readonly code: string;
  readonly label: string;
  /** What else people call it: it is found by these words, which are not shown. */
  readonly words?: readonly string[];
};

/** What a declaration may say of any field, whatever its kind. Plain data. */
export type FieldBase<K extends KindName = KindName> = {
  readonly kind: K;
  readonly label: string;
  /** One sentence for the person who fills the form; shown in forms, tables, API docs. */
  readonly help?: string;
  /** What the form of a new record begins with, a code or "now" for the present minute. No default: the API writes none. */
  readonly begins?: string;
  /** Needed on create; can't be emptied later. */
  readonly required?: boolean;
  /** Set by the system. Accepted and ignored in input, so that a record can be sent back as it was read. */
  readonly readOnly?: boolean;
  /** Only set on create; later changes are refused. */
  readonly fixed?: boolean;
  /** Left out of pages when empty (`comments` of the catalogues); the wire may do so too (CONTRACT section 4). */
  readonly hideEmpty?: boolean;
  /** Not on the wire and not in tables: a helper of the form or of an importer. */
  readonly internal?: boolean;
  /** Not on the public portal, whatever it holds. */
  readonly isPrivate?: boolean;
  /** Of a reference: whoever reads the record is told the id, also of what they may not read (what they are invited to). */
  readonly isTold?: boolean;
  /** A column that tables show unless the person chooses others. */
  readonly listed?: boolean;
  /** Offered as a filter above the table. */
  readonly filter?: boolean;
  /** Column name where it is not the field's own (see the migration rules in CONTRIBUTING). */
  readonly column?: string;
};

/** Carries the type of a field's value for inference; never present at run time. */
export type Valued<V> = { readonly '~value'?: V };

/** What a constructor returns: its kind, the options given, and the type of its values. */
export type FieldOf<K extends KindName, O, V> = FieldBase<K> & O & Valued<V>;

/** Options shared by all constructors. */
export type Common = Omit<FieldBase, 'kind'>;

/** How a kind is kept in the database. The printer and the queries know these shapes and no kinds. */
export type Storage =
  | {
      readonly shape: 'column';
      /** Prisma scalar type without `?`, with its native type: `String`, `DateTime @db.Timestamptz(3)`. */
      readonly prisma: string;
      readonly nullable: boolean;
      /** Prisma default, such as `""` or `[]`. */
      readonly default?: string;
      /** How PostgreSQL writes it into JSON: as it is, as an ISO instant in UTC, or as the id of another record. */
      readonly read: 'plain' | 'instant' | 'reference';
      /** How a value is bound: as it is or as JSON text. */
      readonly bind: 'plain' | 'json';
    }
  | { readonly shape: 'link'; readonly to: string; readonly ordered: boolean }
  | { readonly shape: 'inverse'; readonly of: string; readonly by: string }
  | { readonly shape: 'grants'; readonly to: 'user' | 'group'; readonly as: 'levels' | 'ids' }
  | { readonly shape: 'computed'; readonly by: string }
  | { readonly shape: 'none' };

/** How a filter compares; `exact` is a filter without operator. */
export type Operator =
  | 'exact'
  | 'iexact'
  | 'contains'
  | 'icontains'
  | 'startswith'
  | 'istartswith'
  | 'endswith'
  | 'iendswith'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'range'
  | 'isnull';

export const comparisons = ['exact', 'gt', 'gte', 'lt', 'lte', 'in', 'range', 'isnull'] as const;
export const textOperators = [
  'exact',
  'iexact',
  'contains',
  'icontains',
  'startswith',
  'istartswith',
  'endswith',
  'iendswith',
  'in',
  'isnull',
] as const;
