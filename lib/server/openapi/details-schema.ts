import 'server-only';
import {
  typeFamily,
  type DetailField,
  type DetailKind,
  type FamilyName,
  type TypeSchema,
} from '@/lib/vocabularies/types';
import { compact, sentences, type Json } from './json';
import { familySchemaName, schemaRef, typeSchemaName } from './names';

const limits = ({ min, max }: Pick<DetailField, 'min' | 'max'>): Json => compact({ minimum: min, maximum: max });

const choicesOf = ({ choices = [], choiceLabels }: DetailField): Json =>
  compact({ enum: choices, 'x-enumDescriptions': choiceLabels });

/** One schema for each kind of detail, as it is stored and answered. */
const schemas: Record<DetailKind, (field: DetailField) => Json> = {
  string: () => ({ type: 'string' }),
  text: () => ({ type: 'string' }),
  time: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  number: (field) => ({ type: 'number', ...limits(field) }),
  integer: (field) => ({ type: 'integer', ...limits(field) }),
  boolean: () => ({ type: 'boolean' }),
  enum: choicesOf,
  multiselect: (field) => ({ type: 'array', uniqueItems: true, items: choicesOf(field) }),
  array: ({ items, minItems }) =>
    compact({ type: 'array', minItems, items: compact({ type: items?.kind ?? 'string', minimum: items?.min }) }),
  table: ({ columns = [] }) => ({ type: 'array', items: objectOf(columns) }),
  numberUnit: (field) => ({
    type: 'object',
    required: ['value', 'unit'],
    additionalProperties: false,
    properties: { value: { type: 'number', ...limits(field) }, unit: { enum: field.units ?? [] } },
  }),
};

function detailSchema(field: DetailField): Json {
  const unit = field.kind === 'numberUnit' ? null : field.unit;
  return compact({
    title: field.label,
    ...schemas[field.kind](field),
    default: field.default,
    description: unit ? `In ${unit}.` : undefined,
  });
}

/** The schema of one object of details. */
export function objectOf(fields: readonly DetailField[]): Json {
  const required = fields.filter((field) => field.required).map(({ key }) => key);
  return compact({
    type: 'object',
    required: required.length > 0 ? required : undefined,
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.key, detailSchema(field)])),
  });
}

/** The schema of a type without details; one for all of them. */
const noDetails = 'NoDetails';

/** The name of the schema that describes the details of a type. */
export const detailsSchemaName = (family: FamilyName, type: TypeSchema): string =>
  type.fields.length === 0 ? noDetails : typeSchemaName(family, type.code);

/** The components of a family: one for all its types together, and one for each type that has details. */
export function familySchemas(family: FamilyName): Record<string, Json> {
  const { types, payload, noun } = typeFamily(family);
  const all = Object.values(types);
  const nameOf = (type: TypeSchema) => detailsSchemaName(family, type);
  const options = [...new Set(all.map(nameOf))].map(schemaRef);
  const any = options.length === 1 ? options[0] : { anyOf: options };
  const byType = Object.fromEntries(all.map((type) => [type.code, `#/components/schemas/${nameOf(type)}`]));
  const typed = all
    .filter((type) => type.fields.length > 0)
    .map((type): [string, Json] => [
      nameOf(type),
      { title: type.label, description: aboutType(type), ...objectOf(type.fields) },
    ]);
  return {
    [familySchemaName(family)]: {
      description: `Chosen by the ${noun}; “x-byType” names the schema of each.`,
      ...(payload === 'rows' ? { type: 'array', items: any } : any),
      'x-byType': byType,
    },
    ...Object.fromEntries(typed),
    ...(all.some((type) => type.fields.length === 0)
      ? { [noDetails]: { title: 'No details', type: 'object', additionalProperties: false } }
      : {}),
  };
}

function aboutType(type: TypeSchema): string | undefined {
  const only = (what: string, codes: readonly string[] | null | undefined) =>
    codes && codes.length > 0 && `${what}: ${codes.join(', ')}.`;
  return sentences(
    `Version ${type.version}.`,
    type.category && `${type.category}.`,
    only('Procedures it may be linked to', type.allowedProcedureTypes),
    only('Coordinate systems', type.allowedCoordinateSystems),
    only('Consumables', type.allowedConsumableTypes),
    only('Consumable stock', type.allowedConsumableStockTypes),
  );
}
