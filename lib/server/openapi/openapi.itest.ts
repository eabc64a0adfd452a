import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, expect, it } from 'vitest';
import { modelList } from '@/lib/models';
import { apiAs, type Send } from '@/test/api';
import { makeWorld } from '@/test/world';
import { openApiDocument } from './document';
import { includeNames, isOnPublicPortal } from './facts';
import type { Json } from './json';
import { listName } from './names';

let asSuperuser: Send;
let asNobody: Send;

beforeAll(async () => {
  const world = await makeWorld();
  asSuperuser = await apiAs(world.people.superuser ?? world.owner);
  asNobody = await apiAs(null);
});

/** What the document says of lists, with real answers in place of its examples: the linter holds them against the schemas. */
async function faultsOf(answers: Readonly<Record<string, unknown>>): Promise<string[]> {
  const document = openApiDocument() as { components: { examples: Json } & Json } & Json; // as it is built
  const values = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value }]));
  const examples = { ...document.components.examples, ...values };
  const source = JSON.stringify({ ...document, components: { ...document.components, examples } });
  const config = await createConfig({ rules: { 'no-invalid-media-type-examples': 'error' } });
  const problems = await lintFromString({ source, config });
  return problems.map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`);
}

it.each([
  ['private', () => asSuperuser, () => true],
  ['public', () => asNobody, isOnPublicPortal],
] as const)('what lists of the %s portal answer is what the document says', async (portal, send, isServed) => {
  const answers: Record<string, unknown> = {};
  for (const model of modelList.filter(isServed)) {
    const plain = await send()('GET', `${portal}/${model.app}/${model.name}/?limit=100`);
    expect(plain.status, model.name).toBe(200);
    answers[listName(model)] = plain.body;
  }
  const lengths = Object.values(answers).map(
    (body) => Object.values(body as Record<string, unknown[]>)[0]?.length ?? 0,
  );
  expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(portal === 'private' ? 40 : 20);
  expect(await faultsOf(answers)).toEqual([]);
});

it('records that are included are what the document says', async () => {
  const answers: Record<string, unknown> = {};
  for (const model of modelList) {
    const query = new URLSearchParams(includeNames(model).map((name) => ['include[]', name]));
    const answer = await asSuperuser('GET', `private/${model.app}/${model.name}/?limit=5&${query}`);
    expect(answer.status, model.name).toBe(200);
    answers[listName(model)] = answer.body;
  }
  expect(await faultsOf(answers)).toEqual([]);
});
