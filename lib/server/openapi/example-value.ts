import 'server-only';
import type { Json } from './json';

/** Texts of fields that say more than their label would; any other text is the title of its schema. */
const words: Readonly<Record<string, string>> = {
  acronym: 'CA1',
  authors: 'Okafor A, Herrera S',
  bpod_path: 'Bpod/*.mat',
  city: 'Lisbon',
  country: 'Portugal',
  doi: '10.1000/182',
  experimenter: 'Sofia Herrera',
  first_name: 'Sofia',
  genotype: 'Ai32/+',
  institution: 'Example Institute',
  last_name: 'Herrera',
  age: 'P90D',
  paths: 'Video/top/*.avi',
  subtypes: 'SiliconProbeImplant',
  tags: 'pilot',
  timezone: 'Europe/Lisbon',
};

const formats: Readonly<Record<string, string>> = {
  date: '2026-03-14',
  'date-time': '2026-03-14T09:30:00.000Z',
  uri: 'https://example.org/data',
  uuid: '01970000-0000-7000-8000-000000000000',
};

/** What a list of unlimited keys holds. */
const freeKey = 'box';

/** A value that a schema accepts, the same every time. `name` is the key under which it stands. Needs no `$ref`. */
export function exampleValue(schema: Json, name: string): unknown {
  const [given] = listOf(schema.examples);
  if (given !== undefined) return given;
  const [choice] = [...listOf(schema.enum), ...(schema.const === undefined ? [] : [schema.const])];
  if (schema.default !== undefined && schema.default !== '') return schema.default;
  if (choice !== undefined) return choice;
  const [option] = listOf(schema.anyOf);
  if (isJson(option)) return exampleValue(option, name);
  const [type] = typeof schema.type === 'string' ? [schema.type] : listOf(schema.type);
  switch (type) {
    case 'integer':
    case 'number':
      return within(schema, 1);
    case 'boolean':
      return true;
    case 'array':
      return isJson(schema.items) ? [exampleValue(schema.items, name)] : [];
    case 'object':
      return exampleObject(schema);
    case 'string':
      return exampleText(schema, name);
    default:
      return null;
  }
}

function exampleText(schema: Json, name: string): string {
  if (typeof schema.format === 'string') return formats[schema.format] ?? '';
  if (schema.pattern !== undefined) return '09:30';
  const text = words[name] ?? (typeof schema.title === 'string' ? schema.title : name);
  if (schema.contentMediaType === 'text/html') return `<p>${text}</p>`;
  return typeof schema.maxLength === 'number' ? text.slice(0, schema.maxLength) : text;
}

function exampleObject({ properties, additionalProperties }: Json): Json {
  if (isJson(properties))
    return Object.fromEntries(
      Object.entries(properties).flatMap(([key, part]) => (isJson(part) ? [[key, exampleValue(part, key)]] : [])),
    );
  return isJson(additionalProperties) ? { [freeKey]: exampleValue(additionalProperties, freeKey) } : {};
}

function within({ minimum, maximum }: Json, value: number): number {
  const raised = typeof minimum === 'number' ? Math.max(minimum, value) : value;
  return typeof maximum === 'number' ? Math.min(maximum, raised) : raised;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
