import { ID_LENGTH_MAX, PATTERN_LENGTH_MAX, documentShape, sexes, type KeyShape, type ValueRole } from './shape';

/** A JSON Schema document or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

const id: JsonSchema = { minLength: 1, maxLength: ID_LENGTH_MAX };
const pattern: JsonSchema = {
  minLength: 1,
  maxLength: PATTERN_LENGTH_MAX,
  // Relative, without backslashes and controls, and without a “..” segment.
  pattern: '^(?![/~]|[A-Za-z]:)(?!(.*[/{,\\[])?\\.\\.([/},\\]]|$))[^\\\\\\x00-\\x1f\\x7f]*$',
};

/** What a role adds to the type; rules that compare values stay with the validator. */
const constraints: Readonly<Record<ValueRole, JsonSchema>> = {
  text: {},
  flag: {},
  id,
  'subject-id': id,
  'ttl-id': id,
  'ttl-reference': id,
  'sync-reference': id,
  date: {
    pattern:
      '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d{1,9})?)?(Z|[+-]\\d\\d(:?\\d\\d)?)?)?$',
  },
  sex: { enum: sexes },
  age: {},
  pattern,
  'pattern-or-empty': { ...pattern, minLength: 0 },
  order: {},
  count: { minimum: 0 },
};

/** JSON Schema 2020-12 of profile 1.0, for editors. `id` is the address under which it is served. */
export function sessionTomlJsonSchema(id = '/schemas/session-1.0.json'): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: 'session.toml 1.0',
    ...tableSchema(documentShape.description, documentShape.keys),
    $comment: 'The validator also checks what a schema cannot: unique ids and references to TTL ids.',
  };
}

function tableSchema(description: string, keys: Readonly<Record<string, KeyShape>>): JsonSchema {
  const known = Object.entries(keys).filter(([, shape]) => !('only' in shape));
  // An empty pattern means that there are no data, and only then may the list about them be missing.
  const optional = known.filter(([, shape]) => shape.type === 'list' && shape.min === 0).map(([key]) => key);
  const gate = known.find(([, shape]) => shape.type === 'string' && shape.role === 'pattern-or-empty')?.[0];
  return {
    description,
    type: 'object',
    properties: Object.fromEntries(known.map(([key, shape]) => [key, keySchema(shape)])),
    required: known.map(([key]) => key).filter((key) => !optional.includes(key)),
    additionalProperties: false,
    ...(gate && {
      if: { properties: { [gate]: { minLength: 1 } }, required: [gate] },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, never awaited
      then: { required: optional, properties: Object.fromEntries(optional.map((key) => [key, { minItems: 1 }])) },
    }),
  };
}

function keySchema(shape: KeyShape): JsonSchema {
  if (shape.type === 'table') return tableSchema(shape.description, shape.keys);
  if (shape.type === 'list') {
    const { description, min, keys } = shape;
    return { description, type: 'array', minItems: min, maxItems: 1000, items: tableSchema(description, keys) };
  }
  const { description, type, examples, role } = shape;
  return { description, type, examples, ...constraints[role] };
}
