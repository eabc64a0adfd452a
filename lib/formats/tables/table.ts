import type { Level } from '@/lib/declare/levels';

/** What a table may say of any of its columns. Plain data: label, kind, choices and help come from the model's field. */
type Common = {
  /** Needed in every row although the model does without it. */
  readonly required?: boolean;
  /** The cell of the template's example row; without one a look-up shows `YOUR_…_ID` and a value stays empty. */
  readonly example?: string;
  /** Said in place of the field's own help, which is written for forms. */
  readonly help?: string;
};

/** A cell that is a value of a field of the record. */
export type ValueColumn = Common & {
  readonly reads: 'value';
  readonly field: string;
  /** What a new record gets where the cell is empty: a value, or a rule of `defaults.ts` by its name. */
  readonly fallback?: string | { readonly rule: 'coordinates-of-the-type' | 'details-of-the-type' };
  /** Other fields that a filled cell says something about: a date of death means that the subject is deceased. */
  readonly implies?: Readonly<Record<string, string>>;
};

/** A cell that names other records, by name or by id, for a field of the record. */
export type LookUpColumn = Common & {
  readonly reads: 'look-up';
  readonly field: string;
  /** Fields of the other model that a name is compared with; its title where nothing is said. */
  readonly by?: readonly string[];
  /** The column whose record (or facet) the records lie in; without it all that one may read is searched. */
  readonly within?: string;
  /** Counts only where this column is empty. */
  readonly insteadOf?: string;
  /** A record that exists keeps what it links and gains these: whenever they are named, or when one chooses to update. */
  readonly gains?: 'always' | 'on-update';
};

/** A cell that names a record which only narrows other look-ups. */
export type ParentColumn = Common & { readonly reads: 'parent'; readonly to: string; readonly label: string };

/** A cell that narrows the records of another model by one of their values. */
export type FacetColumn = Common & { readonly reads: 'facet'; readonly of: string; readonly field: string };

/** A cell that names people or groups to whom the record gives a level. */
export type GrantColumn = Common & {
  readonly reads: 'grant';
  readonly field: 'users' | 'groups';
  readonly level: Exclude<Level, 'member'>;
};

/** A cell that is a part of one entry of a log. */
export type EntryColumn = Common & {
  readonly reads: 'entry';
  readonly part: 'date_time' | 'start_date_time' | 'end_date_time' | 'notes' | 'details';
};

export type Column = ValueColumn | LookUpColumn | ParentColumn | FacetColumn | GrantColumn | EntryColumn;
export type RelationColumn = LookUpColumn | ParentColumn | GrantColumn;

/** What makes a row the same as a record that exists. */
export type Sameness =
  /** These fields, like a key: a row that differs in others would change the record. */
  | { readonly key: readonly string[] }
  /** All that the row says, among the records with the same `within`; `always` counts where the cell is empty too. */
  | { readonly within: readonly string[]; readonly always?: readonly string[] };

/** A table that people import: which columns fill which fields of which model. CONTRACT section 11. */
export type Table = {
  /** In addresses, and the name of a sheet: `subject-logs`. */
  readonly name: string;
  readonly model: string;
  /** One sentence about a row. */
  readonly help: string;
  readonly same: Sameness;
  /** Fewer than in other tables, where a row is heavier. */
  readonly rowsMax?: number;
  readonly columns: Readonly<Record<string, Column>>;
};

export const defineTable = (table: Table): Table => table;

export const value = (field: string, options: Omit<ValueColumn, 'reads' | 'field'> = {}): ValueColumn => ({
  reads: 'value',
  field,
  ...options,
});
export const lookUp = (field: string, options: Omit<LookUpColumn, 'reads' | 'field'> = {}): LookUpColumn => ({
  reads: 'look-up',
  field,
  ...options,
});
export const parent = (to: string, label: string, options: Common = {}): ParentColumn => ({
  reads: 'parent',
  to,
  label,
  required: true,
  ...options,
});
export const facet = (of: string, field: string, options: Common = {}): FacetColumn => ({
  reads: 'facet',
  of,
  field,
  ...options,
});
export const grant = (field: GrantColumn['field'], level: GrantColumn['level'], options: Common = {}): GrantColumn => ({
  reads: 'grant',
  field,
  level,
  ...options,
});

export const entry = (part: EntryColumn['part'], options: Common = {}): EntryColumn => ({
  reads: 'entry',
  part,
  ...options,
});

/** Whether a cell names records of another model. */
export const isRelation = (column: Column): column is RelationColumn =>
  column.reads === 'look-up' || column.reads === 'parent' || column.reads === 'grant';
