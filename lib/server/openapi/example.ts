import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { findType, typeFamily, type FamilyName, type TypeSchema } from '@/lib/vocabularies/types';
import { linksOf } from '../queries/record';
import { objectOf } from './details-schema';
import { exampleValue } from './example-value';
import { shownFields, writableFields } from './facts';
import { familyOf, fieldSchema, targetOf } from './field-schema';
import type { Json } from './json';

/** The id of the record of a model in all examples: made up, the same in every place that points at it. */
export function exampleId(model: Model): string | number {
  if (model.number === 'id') return 12;
  const digits = [...model.name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 16 ** 10, 7);
  return `01970000-0000-7000-8000-${digits.toString(16).padStart(12, '0')}`;
}

/** A body for POST that is accepted wherever its related records exist: what is required, and what tables show. */
export function exampleCreate(model: Model): Json {
  const chosen = writableFields(model).filter(([name, field]) => {
    if (targetOf(field) || isAccessList(field)) return field.required === true;
    return field.required === true || field.listed === true || name === model.title || familyOf(field) !== null;
  });
  return exampleOf(model, chosen, 'write');
}

/** A body for PATCH: one field, by preference a text that nobody minds changing. */
export function exampleChange(model: Model): Json {
  const can = (name: string) =>
    model.fields[name] !== undefined && !model.fields[name].readOnly && !model.fields[name].fixed;
  const plain = writableFields(model).filter(([, field]) => !field.fixed && !targetOf(field) && !isAccessList(field));
  const name = ['description', 'notes', model.title].find(can) ?? plain[0]?.[0];
  return name === undefined
    ? {}
    : exampleOf(
        model,
        plain.filter(([key]) => key === name),
        'write',
      );
}

/** A record as it is answered, with nothing included. */
export function exampleRecord(model: Model): Json {
  const fields = shownFields(model).filter(([, field]) => !field.hideEmpty);
  return {
    id: exampleId(model),
    ...(model.number === 'shown' ? { number: 12 } : {}),
    ...exampleOf(model, fields, 'read'),
    ...(model.access.by === 'catalogue' ? { status: 'approved' } : {}),
    created_at: '2026-03-14T09:30:00.000Z',
    updated_at: '2026-03-14T10:15:00.000Z',
    version: 2,
    created_by: 12,
    updated_by: 12,
  };
}

function exampleOf(model: Model, fields: readonly [string, Field][], side: 'read' | 'write'): Json {
  const types = chosenTypes(model);
  return Object.fromEntries(fields.map(([name, field]) => [name, valueOf(model, types, name, field, side)]));
}

function valueOf(
  model: Model,
  types: ReadonlyMap<string, TypeSchema>,
  name: string,
  field: Field,
  side: 'read' | 'write',
): unknown {
  const target = targetOf(field);
  if (target) return target.isList ? [exampleId(target.model)] : exampleId(target.model);
  const { shape } = kindOf(field).storage(field);
  if (shape === 'none') return linksOf(model);
  const own = types.get(name);
  if (own) return own.code;
  const schema = fieldSchema(field, side);
  if (name === model.title && schema.type === 'string' && !schema.examples && !schema.enum)
    return `Example ${model.label.toLowerCase()}`;
  const family = familyOf(field);
  const type = family && 'by' in field ? types.get(String(field.by)) : undefined;
  if (!family || !type)
    return isAccessList(field) ? { [holderOf(field)]: exampleFlags(schema) } : exampleValue(schema, name);
  const details = exampleValue(objectOf(type.fields), name);
  if (isLog(field)) return [entryOf(type, details)];
  return typeFamily(family).payload === 'rows' ? [details] : details;
}

/** For each field that chooses the schema of details, a type that has some, fitting the one chosen before it. */
function chosenTypes(model: Model): ReadonlyMap<string, TypeSchema> {
  const types = new Map<string, TypeSchema>();
  for (const field of Object.values(model.fields)) {
    const family = familyOf(field);
    if (!family || !('by' in field)) continue;
    const before = [...types.values()].at(0);
    const type = typeFor(family, before?.allowedCoordinateSystems ?? null);
    if (type) types.set(String(field.by), type);
  }
  return types;
}

function typeFor(family: FamilyName, among: readonly string[] | null): TypeSchema | undefined {
  const fitting = family === 'coordinates' && among?.map((code) => findType(family, code)).find(Boolean);
  const all = Object.values(typeFamily(family).types);
  return fitting || (all.find(({ fields }) => fields.length > 0) ?? all[0]);
}

const entryOf = ({ entry }: TypeSchema, details: unknown): Json => ({
  ...(entry === 'interval'
    ? { start_date_time: '2026-03-14T09:30:00.000Z', end_date_time: '2026-03-14T10:30:00.000Z' }
    : { date_time: '2026-03-14T09:30:00.000Z' }),
  notes: 'After the session',
  details,
  performed_by: 12,
});

/** Whether the details are those of entries, each with its time. */
const isLog = (field: Field): boolean => kindOf(field).jsonSchema(field).type === 'array';
const isAccessList = (field: Field): boolean => kindOf(field).storage(field).shape === 'grants';
const holderOf = (field: Field): string =>
  'to' in field && field.to === 'group' ? 'Example group' : 'sofia.herrera@example.org';
const exampleFlags = ({ additionalProperties }: Json): unknown =>
  exampleValue(typeof additionalProperties === 'object' ? (additionalProperties as Json) : {}, 'flags'); // a schema, where it is no boolean
