import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures/read';
import { sessionTomlJsonSchema, type JsonSchema } from './json-schema';
import { validateSessionToml } from './validate';

function at(schema: JsonSchema, path: string): JsonSchema {
  return path.split('/').reduce<JsonSchema>((part, key) => {
    const next = part[key];
    if (typeof next !== 'object' || next === null) throw new Error(`No ${path}`);
    return { ...next };
  }, schema);
}

const schema = sessionTomlJsonSchema('https://lab.example.org/schemas/session-1.0.json');

describe('sessionTomlJsonSchema', () => {
  it('states the sections and keys of profile 1.0, all required and none besides', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://lab.example.org/schemas/session-1.0.json',
      required: ['session', 'bpod', 'TTLs', 'cameras'],
      additionalProperties: false,
    });
    expect(at(schema, 'properties/session').required).toHaveLength(8);
    expect(at(schema, 'properties/bpod')).toMatchObject({
      required: ['path', 'order'],
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, never awaited
      then: { required: ['trial_types'] },
    });
    expect(Object.keys(at(schema, 'properties/bpod/properties'))).toEqual(['path', 'order', 'trial_types']);
    expect(at(schema, 'properties/cameras')).toMatchObject({ type: 'array', minItems: 1, maxItems: 1000 });
    expect(at(schema, 'properties/session/properties/sex').enum).toEqual(['M', 'F', 'U']);
  });

  it('describes every key', () => {
    const visit = (part: JsonSchema): void => {
      expect(part.description).toMatch(/\.$/);
      for (const key of Object.keys(part.properties ?? {})) visit(at(part, `properties/${key}`));
      if (part.items) visit(at(part, 'items'));
    };
    visit(schema);
  });

  it.each<[path: string, key: string, values: string[]]>([
    [
      'session',
      'date',
      ['2026-03-14', '2026-03-14T10:30', '2026-13-01', '14.3.2026', '2026-03-14 10:30', '2026-03-14T10:30:00.5+01:00'],
    ],
    [
      'cameras/items',
      'paths',
      ['a/*.avi', 'a..b/c', '/a', '~/a', 'C:\\a', 'a\\b', '../a', 'a/..', '{a,..}/b', 'a\nb', '[a-z]?'],
    ],
  ])('and the validator agree on %s.%s', (path, key, values) => {
    const { pattern } = at(schema, `properties/${path}/properties/${key}`);
    const source = fixture('valid.toml');
    const current = { date: '2026-03-14T10:30:00+01:00', paths: 'Video/top/*.avi' }[key] ?? '';
    for (const value of values) {
      const { valid } = validateSessionToml(source.replace(JSON.stringify(current), () => JSON.stringify(value)));
      expect({ value, matches: new RegExp(String(pattern), 'u').test(value) }).toEqual({ value, matches: valid });
    }
  });
});
