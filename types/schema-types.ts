import type { KindName } from '@/lib/declare/field';
import type { RecordOf } from '@/lib/declare/model';
import type { ModelName, models } from '@/lib/models';
import type { Prisma } from '@/lib/server/db/generated/client';

/**
 * Checked by the compiler only: the rows inferred from the declarations against those that Prisma generates from the
 * printed schema. A difference is an error here that names `model.field`.
 */

/** Kinds that are kept in no column of the record's own table. */
type Unstored = 'references' | 'inverse' | 'grants' | 'grantees' | 'computed' | 'links';
type FieldsOf<M extends ModelName> = (typeof models)[M]['fields'];
type Stored<M extends ModelName> = {
  [F in keyof FieldsOf<M>]: FieldsOf<M>[F] extends { readonly kind: Exclude<KindName, Unstored> } ? F : never;
}[keyof FieldsOf<M>];

type PrismaRow<M extends ModelName> = Prisma.TypeMap['model'][Capitalize<M>]['payload']['scalars'];
type Engine =
  | 'id'
  | 'number'
  | 'approval'
  | 'created_at'
  | 'created_by'
  | 'updated_at'
  | 'updated_by'
  | 'version'
  | 'deleted_at'
  | 'deletion'
  | 'live';

/** As it leaves the database: instants and days as text, JSON as it was declared. */
type Wire<Column, Declared> = [Prisma.JsonValue] extends [Column]
  ? Declared
  : Column extends Date
    ? string
    : Column extends (infer Item)[]
      ? readonly Item[]
      : Column;
/** References are read by their id, which may be an integer on the wire. */
type Read<Declared, Column> = [Column] extends [string | null] ? Exclude<Declared, number> : Declared;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type DriftOf<M extends ModelName> =
  | {
      [F in Stored<M>]: F extends keyof PrismaRow<M> & keyof RecordOf<(typeof models)[M]>
        ? Same<
            Read<RecordOf<(typeof models)[M]>[F], PrismaRow<M>[F]>,
            Wire<PrismaRow<M>[F], RecordOf<(typeof models)[M]>[F]>
          > extends true
          ? never
          : F
        : F;
    }[Stored<M>]
  | Exclude<keyof PrismaRow<M>, keyof FieldsOf<M> | Engine>;

type Drift = { [M in ModelName]: [DriftOf<M>] extends [never] ? never : `${M}.${DriftOf<M> & string}` }[ModelName];

type Nothing<Found extends never> = Found;
export type NoDrift = Nothing<Drift>;
