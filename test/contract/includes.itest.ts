import { beforeAll, describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/declare/kinds';
import { isInverse, isReference, isReferences, type Field, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import type { Row } from './compare';
import { modelFacts } from './facts';
import { addressOf, everyModel, makeContractWorld, type ContractWorld } from './world';

/** Expanding each relation, in both spellings and both shapes, and leaving fields out (CONTRACT section 4). */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

async function body(path: string): Promise<Record<string, unknown>> {
  const answer = await world.send('GET', path);
  expect(answer.status, `${path} ${answer.text.slice(0, 200)}`).toBe(200);
  return answer.body as Record<string, unknown>; // an envelope
}
const targetOf = (field: Field): Model | null => {
  if (isInverse(field)) return modelNamed(field.of);
  return isReference(field) || isReferences(field) ? modelNamed(field.to) : null;
};
const relationsOf = (model: Model) =>
  Object.entries(model.fields).flatMap(([name, field]) => {
    const target = targetOf(field);
    return target && !field.internal ? [{ name, target }] : [];
  });
const listOf = (value: unknown) => [value ?? []].flat() as Row[]; // one record, several, or none
const besides = (model: Model, target: Model) =>
  (target.wire.plural === model.wire.plural ? '+' : '') + target.wire.plural;

describe.each(everyModel)('%s', (_, model) => {
  const address = addressOf(model);
  const relations = relationsOf(model);

  it.each(relations)('embeds and side-loads $name, in both spellings', async ({ name, target }) => {
    const plain = listOf((await body(`${address}?limit=100`))[model.wire.plural]);
    const whole = await body(`${address}?limit=100&include[]=${name}`);
    expect(await body(`${address}?limit=100&include%5B%5D=${name}.%2A`)).toEqual({
      ...whole,
      next: whole.next,
    });
    const [first, ...rest] = Object.keys(whole);
    expect([first, rest.includes(besides(model, target))]).toEqual([model.wire.plural, true]);
    const targets = new Map(
      listOf((await body(`${addressOf(target)}?limit=1000`))[target.wire.plural]).map((row) => [row.id, row]),
    );
    const seen = new Map<unknown, Row>();
    for (const [index, row] of listOf(whole[model.wire.plural]).entries()) {
      const ids = listOf(plain[index]?.[name]) as unknown[];
      const embedded = listOf(row[name]);
      // What may be named but not read stays a bare id.
      const records = embedded.filter((one) => typeof one === 'object');
      expect(embedded.map((one) => (typeof one === 'object' ? one.id : one))).toEqual(ids);
      for (const record of records) {
        expect(record).toEqual(targets.get(record.id));
        seen.set(record.id, record);
      }
      expect({ ...row, [name]: null }).toEqual({ ...plain[index], [name]: null });
      expect(Array.isArray(row[name]), 'a list stays one').toBe(Array.isArray(plain[index]?.[name]));
    }
    expect(new Set(listOf(whole[besides(model, target)]))).toEqual(new Set(seen.values()));
    expect(listOf(whole[besides(model, target)])).toHaveLength(seen.size);
  });

  it('takes all relations at once, on a list and on a record', async () => {
    const all = relations.map(({ name }) => `include[]=${name}.*`).join('&');
    const list = await body(`${address}?limit=2&${all}`);
    const [first] = listOf(list[model.wire.plural]);
    const single = await body(`${address}${String(first?.id)}/?${all}`);
    expect(single[model.wire.singular]).toEqual(first);
    expect(Object.keys(single)[0]).toBe(model.wire.singular);
  });

  it('leaves out each field that is excluded, and nothing else', async () => {
    const [first] = listOf((await body(`${address}?limit=1`))[model.wire.plural]);
    for (const [name, field] of Object.entries(model.fields)) {
      if (field.internal) continue;
      const { [name]: _gone, ...others } = first ?? {};
      expect(listOf((await body(`${address}?limit=1&exclude[]=${name}`))[model.wire.plural])).toEqual([others]);
    }
  });

  it('refuses what is no relation, and says what is near', async () => {
    const column = Object.entries(model.fields).find(([, field]) => !targetOf(field) && !field.internal)?.[0] ?? 'id';
    for (const parameter of [`include[]=${column}`, 'include[]=naem.*', 'exclude[]=naem']) {
      const answer = await world.send('GET', `${address}?${parameter}`);
      expect([parameter, answer.status, Object.keys(answer.body as object)]).toEqual([
        parameter,
        400,
        [parameter.split('=')[0]],
      ]);
    }
  });
});

it.each(modelFacts.filter(({ include }) => include.length > 0))(
  '$name includes what the contract names',
  async ({ name, include }) => {
    for (const relation of include) await body(`${addressOf(modelNamed(name))}?include[]=${relation}.*&limit=1`);
  },
);

it('kinds that are relations are the ones that may be included', () => {
  for (const [, model] of everyModel)
    for (const { name } of relationsOf(model)) {
      const field = model.fields[name];
      expect(field && ['column', 'link', 'inverse'].includes(kindOf(field).storage(field).shape)).toBe(true);
    }
});

it('what is internal is no field, and is not offered as one', async () => {
  const answer = await world.send('GET', 'private/stem/recordingfiles/?exclude[]=as_written');
  expect(answer.status).toBe(400);
  expect(answer.text).not.toContain('Did you mean “as_written”');
});
