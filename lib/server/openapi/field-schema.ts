import 'server-only';
import type { Choice } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { isFamilyName, type FamilyName } from '@/lib/vocabularies/types';
import { compact, sentences, type Json } from './json';
import { familySchemaName, schemaName, schemaRef } from './names';

/** Read: what an answer holds, related records in place of their ids where they were included. Write: what to send. */
type Side = 'read' | 'write';

/** The id of a record on the wire: a UUID, or the number of users and groups. */
export const idSchema = (model: Model): Json => (model.number === 'id' ? { type: 'integer' } : schemaRef('Id'));

/** The family whose type chooses the schema of a field, or null. */
export function familyOf(field: Field): FamilyName | null {
  const family = 'family' in field ? String(field.family) : '';
  return isFamilyName(family) ? family : null;
}

/** The model whose records a field holds, or null; from its storage, so that no kind is asked for by name. */
export function targetOf(field: Field): { readonly model: Model; readonly isList: boolean } | null {
  const storage = kindOf(field).storage(field);
  switch (storage.shape) {
    case 'column':
      return storage.read === 'reference' && 'to' in field
        ? { model: modelNamed(String(field.to)), isList: false }
        : null;
    case 'link':
      return { model: modelNamed(storage.to), isList: true };
    case 'inverse':
      return { model: modelNamed(storage.of), isList: true };
    case 'grants':
      return storage.as === 'ids' ? { model: modelNamed(storage.to), isList: true } : null;
    default:
      return null;
  }
}

/** Whether a list can put the related records in place of their ids. */
export const isIncludable = (field: Field): boolean =>
  targetOf(field) !== null && kindOf(field).storage(field).shape !== 'grants';

/** JSON Schema of the value of a field, with its words for people. */
export function fieldSchema(field: Field, side: Side): Json {
  const { description, readOnly: _, ...value } = valueSchema(field, side);
  return compact({
    title: field.label,
    ...value,
    description: sentences(
      field.help,
      typeof description === 'string' && description,
      field.fixed && 'Only given at creation.',
      'unit' in field && typeof field.unit === 'string' && `In ${field.unit}.`,
    ),
    'x-enumDescriptions': labelsOf(field),
    readOnly: side === 'read' && field.readOnly ? true : undefined,
  });
}

function valueSchema(field: Field, side: Side): Json {
  const target = targetOf(field);
  if (target) return relationSchema(field, target, side);
  const plain = kindOf(field).jsonSchema(field);
  const family = familyOf(field);
  if (!family) return isNullable(field) ? orNull(plain) : plain;
  const details = schemaRef(familySchemaName(family));
  const entry = entryOf(plain);
  return entry
    ? { ...plain, items: { ...entry, properties: { ...entry.properties, details } } }
    : { anyOf: [details, { type: 'null' }], description: plain.description };
}

/** The schema of one entry of a log, whose details are typed; null for details themselves. */
function entryOf({ items }: Json): { readonly properties: Json } | null {
  const hasProperties = typeof items === 'object' && items !== null && 'properties' in items;
  return hasProperties ? (items as { properties: Json }) : null; // JSON Schema: properties are an object of schemas
}

function relationSchema(
  field: Field,
  { model, isList }: { readonly model: Model; readonly isList: boolean },
  side: Side,
): Json {
  const id = idSchema(model);
  const item = side === 'read' && isIncludable(field) ? { anyOf: [id, schemaRef(schemaName(model))] } : id;
  if (isList) return { type: 'array', items: item, description: `${model.labelPlural}.` };
  // What the reader may not see is null as well.
  const isAlways = side === 'write' && field.required;
  const options = 'anyOf' in item && Array.isArray(item.anyOf) ? item.anyOf : [id];
  return isAlways ? id : { anyOf: [...options, { type: 'null' }] };
}

const isNullable = (field: Field): boolean => {
  const storage = kindOf(field).storage(field);
  return storage.shape === 'column' && storage.nullable;
};

function orNull(schema: Json): Json {
  const types = typeof schema.type === 'string' ? [schema.type] : Array.isArray(schema.type) ? schema.type : [];
  if (types.length === 0 || types.includes('null')) return schema;
  return {
    ...schema,
    type: [...types, 'null'],
    ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
  };
}

/** What the codes of a list mean, where they do not say it themselves. */
function labelsOf(field: Field): Json | undefined {
  if (!('choices' in field) || !Array.isArray(field.choices)) return undefined;
  const choices: readonly Choice[] = field.choices;
  const labelled = choices.filter(({ code, label }) => code !== label);
  return labelled.length > 0 ? Object.fromEntries(labelled.map(({ code, label }) => [code, label])) : undefined;
}
