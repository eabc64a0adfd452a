import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { Field } from '@/lib/declare/model';
import { familyOf, targetOf } from './field-schema';
import type { Json } from './json';

const formats: Readonly<Record<string, string>> = {
  date: 'date, YYYY-MM-DD',
  'date-time': 'date and time, ISO 8601',
  uri: 'web address',
  uuid: 'UUID',
};

/** What a field holds, in a few words, from its JSON Schema. */
export function describeValue(field: Field): string {
  const target = targetOf(field);
  if (target) return target.isList ? 'list of ids' : 'id';
  if (familyOf(field) && 'by' in field) return `by ${String(field.by)}, see below`;
  const unit = 'unit' in field && typeof field.unit === 'string' ? ` in ${field.unit}` : '';
  return `${describeSchema(kindOf(field).jsonSchema(field))}${unit}`;
}

function describeSchema(schema: Json): string {
  if (Array.isArray(schema.enum)) return 'one of the codes';
  const [type] = Array.isArray(schema.type) ? schema.type : [schema.type];
  switch (type) {
    case 'string':
      return describeText(schema);
    case 'integer':
      return typeof schema.description === 'string' ? schema.description : 'whole number';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return isJson(schema.items) ? `list of ${describeItems(schema.items)}` : 'list';
    case 'object':
      return 'object';
    default:
      return 'any value';
  }
}

const describeItems = (items: Json): string =>
  isJson(items.properties) ? `rows with ${Object.keys(items.properties).join(', ')}` : describeSchema(items);

function describeText({ format, contentMediaType, maxLength, description }: Json): string {
  if (typeof description === 'string') return description;
  if (contentMediaType === 'text/html') return 'HTML';
  const known = typeof format === 'string' ? formats[format] : undefined;
  const limit = typeof maxLength === 'number' ? `, at most ${maxLength} characters` : '';
  return known ?? `text${limit}`;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
