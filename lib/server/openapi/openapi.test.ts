import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { parseInput } from '@/lib/declare/parse';
import { modelList } from '@/lib/models';
import { typeFamily, isFamilyName, familyNames } from '@/lib/vocabularies/types';
import { handleApi } from '../api/handler';
import { openApiDocument } from './document';
import { exampleChange, exampleCreate } from './example';
import { creators, isWritable } from './facts';
import { schemaName, typeSchemaName } from './names';
import { routesOf } from './routes';

const document = openApiDocument();
const text = JSON.stringify(document);
// Before any test, for it takes seconds. It also holds every example against its schema.
const problems = await lintFromString({
  source: text,
  // Addresses end in a slash because those of the clients do; both forms are served.
  config: await createConfig({ extends: ['recommended'], rules: { 'no-path-trailing-slash': 'off' } }),
});

describe('the document', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    // A copy: the validator resolves references in place.
    const { valid, errors } = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('has no fault by the recommended rules of Redocly, its examples included', () => {
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`),
    ).toEqual([]);
  });

  it('is the same every time, so that its ETag holds', () => {
    expect(JSON.stringify(openApiDocument())).toBe(text);
  });

  it('calls no two schemas by one name', () => {
    expect(new Set(modelList.map(schemaName)).size).toBe(modelList.length);
  });

  it('shows the schema of every type of a family that a model uses', () => {
    const { components } = document as { components: { schemas: Record<string, unknown> } };
    const used = modelList.flatMap(({ fields }) =>
      Object.values(fields).flatMap((field) => ('family' in field ? [String(field.family)] : [])),
    );
    for (const family of familyNames.filter(isFamilyName).filter((name) => used.includes(name)))
      for (const { code, fields } of Object.values(typeFamily(family).types))
        if (fields.length > 0) expect(components.schemas).toHaveProperty([typeSchemaName(family, code)]);
  });
});

describe.each(modelList.map((model) => [model.name, model] as const))('the API of %s', (_, model) => {
  it('gives examples that are accepted', () => {
    if (!isWritable(model)) return expect(creators(model)).toBe('nobody');
    expect(parseInput(model, exampleCreate(model), 'create').problems).toEqual([]);
    expect(parseInput(model, exampleChange(model), 'update').problems).toEqual([]);
    return expect(exampleChange(model)).not.toEqual({});
  });

  it('is served at every address and by every method that is described', async () => {
    for (const { suffix, methods } of routesOf(model)) {
      const rest = suffix.replace('{id}', '1').split('/').filter(Boolean);
      const request = new Request('http://localhost/api/', { method: 'OPTIONS' });
      const answer = await handleApi(request, { portal: 'private', app: model.app, model: model.name, rest });
      const allowed = (answer.headers.get('allow') ?? '').split(', ');
      expect(allowed, `${model.name}/${suffix}`).toEqual(
        expect.arrayContaining(Object.keys(methods).map((method) => method.toUpperCase())),
      );
    }
  });
});
