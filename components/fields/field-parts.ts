import type { ComponentType } from 'react';
import type { FieldBase, Operator } from '@/lib/declare/field';
import type { Field } from '@/lib/declare/model';
import type { Option } from '../ui/option';

/** Titles of linked records, by model and id. */
export type Titles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What values need from around them to be shown. Plain data, so that server and browser have the same. */
export type Showing = {
  /** The laboratory's IANA zone. */
  readonly zone: string;
  readonly titles: Titles;
  /** First segment of a model's pages, by its name. */
  readonly paths: Readonly<Record<string, string>>;
};

export type ShowProps<F extends FieldBase = Field> = {
  readonly field: F;
  readonly value: unknown;
  /** The whole record: typed details are read by the type beside them. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly showing: Showing;
};

/** Where inputs look things up. The functions stay the same while a form lives. */
export type FieldSource = {
  /** What the field may link, given what the form holds so far. */
  candidates(field: string, query: string): Promise<readonly Option[]>;
  /** Any readable records of a model, for filters and groups. */
  search(model: string, query: string): Promise<readonly Option[]>;
  /** Words in use that fit. */
  words(field: string, query: string): Promise<readonly string[]>;
  /** The title of a record that was shown or found before. */
  titleOf(model: string, id: string): string | undefined;
};

/** Messages by what follows the field's own name: `1.ttl_id`, `power.unit`. */
export type NestedErrors = Readonly<Record<string, readonly string[]>>;

export type InputProps<F extends FieldBase = Field> = {
  readonly id: string;
  readonly name: string;
  readonly field: F;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** The value of the field that chooses the schema of typed details. */
  readonly selector?: unknown;
  readonly errors: NestedErrors;
  readonly zone: string;
  readonly source: FieldSource;
};

export type FilterProps<F extends FieldBase = Field> = {
  readonly id: string;
  readonly name: string;
  readonly field: F;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly source: FieldSource;
  readonly zone: string;
};

/** A condition of a list, as lib/server/queries takes it. */
export type Condition = {
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly values: readonly string[];
};
export type Clock = { readonly zone: string; readonly now: number };

/** What a kind is typed and searched in. */
export type FieldControls<F extends FieldBase = Field> = {
  /** None for what no form changes. */
  readonly Input?: ComponentType<InputProps<F>>;
  readonly Filter?: ComponentType<FilterProps<F>>;
};

/** How a kind looks and reads. */
export type FieldParts<F extends FieldBase = Field> = {
  readonly Cell: ComponentType<ShowProps<F>>;
  readonly Show: ComponentType<ShowProps<F>>;
  /** The conditions that a filter in the address stands for; none for text that is no filter. */
  readonly toConditions?: (name: string, text: string, clock: Clock, field: F) => readonly Condition[];
  /** How a filter in the address reads to a person. */
  readonly describeFilter?: (text: string, field: F, showing: Showing) => string;
  /** The value as one line of text, for table files and cards; without it the cell of the kind (lib/declare/kinds). */
  readonly toText?: (value: unknown, field: F, showing: Showing) => string;
  /** What the heading of a table file says besides the label: a unit, a zone. */
  readonly textNote?: (field: F, showing: Showing) => string | null;
  /** Several controls under one label. */
  readonly isGroup?: boolean;
  /** The control says its label itself. */
  readonly hasLabel?: boolean;
  /** Nested problems are shown at the nested controls. */
  readonly placesErrors?: boolean;
  readonly isNumeric?: (field: F) => boolean;
  readonly isWide?: (field: F) => boolean;
  /** Only given when the record is made; changed elsewhere afterwards. */
  readonly isForCreation?: boolean;
  /** Shown in a part of the page of its own, or not at all. */
  readonly isRelated?: boolean;
};

export const always = (): true => true;
