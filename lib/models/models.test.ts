import { describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/declare/kinds';
import { isInverse } from '@/lib/declare/model';
import { parseInput } from '@/lib/declare/parse';
import { viewOf } from '@/lib/declare/view';
import { modelAtEndpoint, modelAtPath, modelList, modelNamed, models } from './index';

it('is found by its name, its path and its endpoints', () => {
  for (const [name, model] of Object.entries(models)) {
    expect(model.name).toBe(name);
    expect(modelNamed(name)).toBe(model);
    expect(modelAtPath(model.path)).toBe(model);
    expect(modelAtEndpoint(model.app, name)).toBe(model);
  }
  expect(modelAtEndpoint('auth', 'group')).toBe(models.group);
  expect(modelAtPath('nowhere')).toBeNull();
  expect(modelAtEndpoint('stem', 'nothing')).toBeNull();
  expect(() => modelNamed('constructor')).toThrow('No model is called “constructor”.');
});

it('no two are served under the same address or wire keys', () => {
  const addresses = modelList.flatMap(({ app, name, aliases = [] }) => [`${app}/${name}`, ...aliases]);
  expect(new Set(addresses).size).toBe(addresses.length);
});

describe.each(modelList.map((model) => [model.name, model] as const))('the model %s', (_, model) => {
  it('is plain data, which the browser gets without its internal fields', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    const view = viewOf(model);
    expect(Object.keys(view.fields)).toEqual(Object.keys(model.fields).filter((name) => !model.fields[name]?.internal));
    expect(JSON.stringify(view)).not.toContain('"internal":true');
  });

  it('names exactly what is missing in an empty input', () => {
    const required = Object.entries(model.fields).filter(
      ([, field]) => field.required && !field.readOnly && !field.internal,
    );
    expect(
      parseInput(model, {}, 'create')
        .problems.filter(({ code }) => code === 'required')
        .map(({ path }) => path),
    ).toEqual(required.map(([name]) => name));
  });

  it('filters only by what can be compared', () => {
    for (const field of Object.values(model.fields)) if (field.filter) expect(kindOf(field).operators).not.toEqual([]);
  });

  it('has help that is a sentence, and labels in sentence case', () => {
    expect(model.help).toMatch(/^[A-Z].*\.$/);
    for (const field of Object.values(model.fields)) {
      expect(field.label).toMatch(/^[A-Z]/);
      if (field.help) expect(field.help).toMatch(/[.?!]$/);
    }
  });

  it('points back from every list of others', () => {
    for (const field of Object.values(model.fields))
      if (isInverse(field)) expect(modelNamed(field.of).fields).toHaveProperty(field.by);
  });
});
