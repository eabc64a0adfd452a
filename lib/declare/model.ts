import type { FieldBase, Valued } from './field';
import type { GrantsField } from './kinds/grants';
import type { InverseField } from './kinds/inverse';
import type { LinksField } from './kinds/links';
import type { ReferenceField } from './kinds/reference';
import type { ReferencesField } from './kinds/references';
import type { RowsField } from './kinds/rows';

/** Any declared field, as engines see it. */
export type Field = FieldBase & Valued<unknown>;
export type RelationField = ReferenceField | ReferencesField | InverseField;
export type Fields = Readonly<Record<string, Field>>;

/** Where the right to a record comes from (permissions, "Inheritance"). Required on every model. */
export type Access =
  /** Its own access list: levels for users and groups. */
  | { readonly by: 'grants' }
  /** The records that a field points at: a level on any of them; deleting needs all. */
  | { readonly by: 'via'; readonly field: string }
  /** Shared by all: everyone signed in reads what is approved, anyone proposes, reviewers approve. */
  | { readonly by: 'catalogue'; readonly proposals: boolean }
  /** Visible to everyone signed in; who may edit is the model's own rule in access. */
  | { readonly by: 'directory' };

export const grantsAccess = (): Access => ({ by: 'grants' });
export const via = (field: string): Access => ({ by: 'via', field });
export const catalogue = (options: { proposals: boolean } = { proposals: true }): Access => ({
  by: 'catalogue',
  ...options,
});
export const directory = (): Access => ({ by: 'directory' });

export type LayoutSection = {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly string[];
};

export type Model<F extends Fields = Fields> = {
  readonly name: string;
  /** The wire keys of one record and of a list; irregular ones are in the contract, section 4. */
  readonly wire: { readonly singular: string; readonly plural: string };
  readonly app:
    'stem' | 'modules' | 'personal_attributes' | 'resources' | 'taxonomies' | 'dissemination' | 'users' | 'auth';
  /** Other paths under which clients call it, as `app/model`. */
  readonly aliases?: readonly string[];
  /** First segment of its pages: `/sessions`. */
  readonly path: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly help: string;
  /** Icon name for navigation. */
  readonly icon: string;
  /** Where navigation lists it; null keeps it on its parent's page. */
  readonly nav: 'Work' | 'Laboratory' | 'Catalogues' | 'People' | null;
  readonly access: Access;
  /** Has an integer `number` beside its UUID; 'id' shows it as the id on the wire. */
  readonly number?: 'id' | 'shown';
  /** The field that names a record to a person. */
  readonly title: string;
  readonly search: readonly string[];
  /** Default order, `-` for descending. */
  readonly sort: string;
  /** Sort keys kept beside the links to projects, so that a list never sorts what it does not show. */
  readonly fastSorts?: readonly string[];
  /** Fields that no two live records share; `via` fields mean: within each of those records. */
  readonly unique?: readonly (readonly string[])[];
  /** Named rules, see lib/declare/rules.ts and lib/server/rules. */
  readonly rules?: readonly string[];
  readonly layout: readonly LayoutSection[];
  readonly fields: F;
};

/** Declares a model; the literal types are kept for inference. */
export function defineModel<const F extends Fields>(model: Model<F>): Model<F> {
  return model;
}

/** What every record has besides its declared fields. Times are ISO instants, users are their numbers. */
export type RecordBase = {
  readonly id: string | number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly created_by: number | null;
  readonly updated_by: number | null;
  readonly version: number;
};

type ValueOf<F> = F extends Valued<infer V> ? V : never;
/** The record of a model as operations present it. */
export type RecordOf<M extends Model> = RecordBase & { readonly [K in keyof M['fields']]: ValueOf<M['fields'][K]> };

/** A record whose model is only known at run time. */
export type AnyRecord = RecordBase & Readonly<Record<string, unknown>>;

/** The field of that name, which may come from outside; what every object inherits (`constructor`) is none. */
export const fieldNamed = (model: Pick<Model, 'fields'>, name: string): Field | undefined =>
  Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;

export const isReference = (field: FieldBase): field is ReferenceField => field.kind === 'reference';
export const isReferences = (field: FieldBase): field is ReferencesField => field.kind === 'references';
export const isInverse = (field: FieldBase): field is InverseField => field.kind === 'inverse';
export const isGrants = (field: FieldBase): field is GrantsField => field.kind === 'grants';
export const isLinks = (field: FieldBase): field is LinksField => field.kind === 'links';
export const isRows = (field: FieldBase): field is RowsField => field.kind === 'rows';
