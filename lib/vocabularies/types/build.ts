import type { DetailField, DetailKind, FamilyName, TypeFamily, TypeRelations, TypeSchema } from './schema';

type FieldOptions = Partial<Omit<DetailField, 'key' | 'label' | 'kind' | 'units' | 'choices'>>;
type Build = (key: string, label: string, options?: FieldOptions) => DetailField;

const field =
  (kind: DetailKind): Build =>
  (key, label, options = {}) => ({ key, label, kind, required: false, ...options });

/** `'mm | µm | m'` as a list. Lists of units and choices are written on one line, so that a type reads like a page. */
export const list = (line: string): string[] => line.split(' | ');

export const string = field('string');
export const text = field('text');
export const time = field('time');
export const number = field('number');
export const integer = field('integer');
export const boolean = field('boolean');

/** A whole number that is not negative. */
export const count: Build = (key, label, options) => integer(key, label, { min: 0, ...options });

/** How many frames a recording has. */
export const frames = () => count('nFrames', 'Number of frames', { isOutcome: true });

/** A number with a unit; `unit` is offered first. */
export const quantity = (key: string, label: string, unit: string, units: string, options: FieldOptions = {}) => ({
  ...field('numberUnit')(key, label, options),
  unit,
  units: list(units),
});

/** A quantity that is not negative. */
export const amount: typeof quantity = (key, label, unit, units, options) =>
  quantity(key, label, unit, units, { min: 0, ...options });

/** A signed angle. The earlier range reached 360°; such a value is refused with its equal below. */
export const angle = (key: string, label: string) => quantity(key, label, '°', '°', { min: -180, max: 180 });

/** One of the choices. */
export const choice = (key: string, label: string, choices: string, options: FieldOptions = {}): DetailField => ({
  ...field('enum')(key, label, options),
  choices: list(choices),
});

/** One of 0, 1, 2, ... , each with its meaning. */
export const score = (key: string, label: string, meanings: string, options: FieldOptions = {}): DetailField => ({
  ...field('enum')(key, label, options),
  choices: list(meanings).map((_, index) => index),
  choiceLabels: Object.fromEntries(list(meanings).map((meaning, index) => [String(index), meaning])),
});

/** Any of the choices, each once. */
export const several = (key: string, label: string, choices: string, options: FieldOptions = {}): DetailField => ({
  ...field('multiselect')(key, label, options),
  choices: list(choices),
});

/** A list of numbers, none negative. */
export const numbers = (key: string, label: string, kind: 'number' | 'integer', options: FieldOptions = {}) => ({
  ...field('array')(key, label, options),
  items: { kind, min: 0 },
});

/** A list of rows. */
export const table = (key: string, label: string, columns: DetailField[]): DetailField => ({
  ...field('table')(key, label),
  columns,
});

/** One type. */
export const typed = (code: string, label: string, version: string, fields: DetailField[]): TypeSchema => ({
  code,
  label,
  category: '',
  version,
  fields,
});

/** A type with limits on what it may be linked to. */
export const linked = (
  code: string,
  label: string,
  version: string,
  relations: TypeRelations,
  fields: DetailField[],
): TypeSchema => ({ ...typed(code, label, version, fields), ...relations });

/** A type of log whose entries are each at one time. */
export const instant: typeof typed = (...args) => ({ ...typed(...args), entry: 'instant' });

/** A type of log whose entries have a start and an end. */
export const interval: typeof typed = (...args) => ({ ...typed(...args), entry: 'interval' });

/** The types offered under one heading. */
export const category = (name: string, types: TypeSchema[]): TypeSchema[] =>
  types.map((each) => ({ ...each, category: name }));

/** A family from its types. `noun` is what one of them is called in a message. */
export const family = (
  name: FamilyName,
  noun: string,
  types: TypeSchema[],
  shape: Pick<TypeFamily, 'payload' | 'minRows'> = { payload: 'object' },
): TypeFamily => ({ name, noun, ...shape, types: Object.fromEntries(types.map((each) => [each.code, each])) });
