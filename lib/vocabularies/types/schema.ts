/** The kinds of value a detail can hold. `time` is a time of day, `HH:MM`; `numberUnit` is `{ value, unit }`. */
export type DetailKind =
  | 'string'
  | 'text'
  | 'time'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'multiselect'
  | 'array'
  | 'table'
  | 'numberUnit';

/** A number with its unit, as stored and sent. */
export type Quantity = { value: number; unit: string };

/** One key of a details object. Plain data: forms, checks, tables and exports are derived from it. */
export type DetailField = {
  key: string;
  label: string;
  kind: DetailKind;
  required: boolean;
  /** numberUnit: the unit offered first. number: the fixed unit the number is in. */
  unit?: string;
  /** numberUnit: every unit that may be chosen. */
  units?: readonly string[];
  /** Spelling, in older records, of the unit of a bare number, where that was not `unit`. */
  legacyUnit?: string;
  choices?: readonly (string | number)[];
  /** Text shown for a choice, by choice, where it differs from the choice itself. */
  choiceLabels?: Readonly<Record<string, string>>;
  min?: number;
  max?: number;
  default?: string | number | Quantity;
  /** array: what each item is. */
  items?: { kind: 'number' | 'integer' | 'string'; min?: number };
  /** array: least number of items. */
  minItems?: number;
  /** table: the cells of each row. */
  columns?: readonly DetailField[];
  /** Known only once it is recorded: what is made like an earlier one goes without. */
  isOutcome?: boolean;
};

/** What a type may be linked to: codes, or null when any will do. */
export type TypeRelations = {
  allowedProcedureTypes?: readonly string[] | null;
  allowedConsumableStockTypes?: readonly string[] | null;
  allowedConsumableTypes?: readonly string[] | null;
  allowedCoordinateSystems?: readonly string[] | null;
};

/** The details of one type, for example of an extracellular recording. */
export type TypeSchema = TypeRelations & {
  code: string;
  label: string;
  /** Heading under which the type is offered; empty where the family has none. */
  category: string;
  version: string;
  fields: readonly DetailField[];
  /** Logs: whether an entry is at one time or spans two. */
  entry?: 'instant' | 'interval';
};

/** All types that one model chooses from. `rows`: the details are a list of such objects. */
export type TypeFamily = {
  name: FamilyName;
  /** What one type of the family is called in a message, for example `procedure type`. */
  noun: string;
  payload: 'object' | 'rows';
  minRows?: number;
  types: Readonly<Record<string, TypeSchema>>;
};

export type FamilyName =
  | 'procedure'
  | 'dataacquisition'
  | 'manipulation'
  | 'equipment'
  | 'consumablestock'
  | 'subjectlog'
  | 'procedurelog'
  | 'consumable'
  | 'coordinates';
