import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { parseInput } from '@/lib/declare/parse';
import { modelList } from '@/lib/models';
import { typeFamily, isFamilyName, familyNames } from '@/lib/vocabularies/types';
import { handleApi } from '../api/handler';
import { routesOf } from '../api/routes';
import { openApiDocument } from './document';
import { exampleChange, exampleCreate } from './example';
import { creators, isWritable } from './facts';
import { schemaName, typeSchemaName } from './names';
import { addressOf } from './addresses';

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
    // Its clients give up at any 4xx, so asking for the token of a device has none.
    const isDevice = /device~1token/;
    expect(
      problems
        .filter(
          ({ ruleId, location }) => !(ruleId === 'operation-4xx-response' && isDevice.test(location[0]?.pointer ?? '')),
        )
        .map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`),
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

  it('is described at every address and for every method that is served', async () => {
    const { paths } = document as { paths: Record<string, Record<string, unknown>> };
    for (const route of routesOf(model)) {
      const rest = route.path.map((part) => (part === '{id}' ? '1' : part));
      const request = new Request('http://localhost/api/', { method: 'OPTIONS' });
      const answer = await handleApi(request, { portal: 'private', app: model.app, model: model.name, rest });
      const allowed = (answer.headers.get('allow') ?? '')
        .split(', ')
        .filter((name) => !['HEAD', 'OPTIONS'].includes(name));
      const address = addressOf(model, route);
      expect(
        Object.keys(paths[address] ?? {}).filter((key) => key !== 'parameters'),
        address,
      ).toEqual(allowed.map((name) => name.toLowerCase()));
    }
  });
});
