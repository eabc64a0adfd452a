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
  /** The records that a field points at: a level on any of them; deleting needs all. `and`: fields whose target must be readable too. */
  | { readonly by: 'via'; readonly field: string; readonly and?: readonly string[] }
  /**
   * Shared by all: everyone signed in reads what is approved, anyone proposes, reviewers approve. The wire answers what
   * was proposed under the key of the approval, or (`record`) of the record that waits.
   */
  | { readonly by: 'catalogue'; readonly proposals: boolean; readonly answer?: 'approval' | 'record' }
  /** Visible to everyone signed in; who may edit is the model's own rule in access. */
  | { readonly by: 'directory' }
  /** Concerns a few: whoever one of these fields says. Nobody else, and never the public. */
  | { readonly by: 'parties'; readonly parties: readonly Party[] };

/** Somebody whom a record concerns: the person that `field` holds, or the managers of what it points at. */
export type Party = { readonly field: string; readonly as: 'self' | 'managers' };

export const grantsAccess = (): Access => ({ by: 'grants' });
export const via = (field: string, options: { readonly and?: readonly string[] } = {}): Access => ({
  by: 'via',
  field,
  ...options,
});
export const catalogue = (
  options: { readonly proposals: boolean; readonly answer?: 'approval' | 'record' } = { proposals: true },
): Access => ({
  by: 'catalogue',
  ...options,
});
export const directory = (): Access => ({ by: 'directory' });
export const parties = (...list: readonly Party[]): Access => ({ by: 'parties', parties: list });

/** Something one may do to a record besides reading and changing it, served at `{id}/{name}/`. */
export type ActionSpec = {
  /** GET is there for clients that know nothing else; it needs a token. */
  readonly methods: readonly ('GET' | 'POST' | 'PATCH')[];
  /** One sentence for the API's description. */
  readonly summary: string;
  /** What the body holds, by key; nothing for most. */
  readonly body?: Readonly<Record<string, string>>;
};

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
  /** The reference to the record on whose page it stands, at `#<model>-<id>`: one search leads there. */
  readonly shownOn?: string;
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
  /**
   * Names that filters may use and that are no field, each with the paths it stands for; any of them may match. A part
   * `model/field` leads to the records of that model whose field points here.
   */
  readonly filterAliases?: Readonly<Record<string, readonly string[]>>;
  readonly actions?: Readonly<Record<string, ActionSpec>>;
  /** Its rows are those of a database view with its name (lib/server/db/views.ts), not of a table. */
  readonly view?: true;
  /** Its lists carry `meta` on every portal (CONTRACT section 4). */
  readonly hasMeta?: true;
  /** What the wire refuses to write; a view is written by its hooks, if at all. */
  readonly readOnly?: true;
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
