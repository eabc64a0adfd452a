import { beforeAll, describe, expect, it } from 'vitest';
import type { Operator } from '@/lib/declare/field';
import { kindOf } from '@/lib/declare/kinds';
import { isInverse, isReference, isReferences, type Field, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { isFound, questionsOf, valuesOf, type Question, type Row } from './compare';
import { addressOf, everyModel, makeContractWorld, type ContractWorld } from './world';

/** Every field of every model by every operator that its kind offers, against our own reading of what the wire shows. */

let world: ContractWorld;
const rowsByModel = new Map<string, Row[]>();

beforeAll(async () => {
  world = await makeContractWorld();
  for (const [name, model] of everyModel) rowsByModel.set(name, await list(model, ''));
});

/** All records that a query finds; its count must be theirs. */
async function list(model: Model, query: string): Promise<Row[]> {
  const answer = await world.send('GET', `${addressOf(model)}?limit=1000&${query}`);
  expect(answer.status, `${query} ${answer.text.slice(0, 300)}`).toBe(200);
  const body = answer.body as { count: number } & Record<string, Row[]>; // a list
  const rows = body[model.wire.plural] ?? [];
  expect(body.count, query).toBe(rows.length);
  return rows;
}
const rowsOf = (model: Model) => rowsByModel.get(model.name) ?? [];
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id).toSorted();
const suffixOf = (operator: Operator) => (operator === 'exact' ? '' : `.${operator}`);

const queryOf = (name: string, { operator, sent }: Question, isNegated = false) =>
  new URLSearchParams(
    sent.map((text) => [`filter{${isNegated ? '-' : ''}${name}${suffixOf(operator)}}`, String(text)]),
  ).toString();

async function agrees(model: Model, spelling: string, name: string, field: Field | null, question: Question) {
  const rows = rowsOf(model);
  for (const isNegated of question.isFirst ? [false, true] : [false]) {
    const query = queryOf(spelling, question, isNegated);
    const expected = rows.filter((row) => isFound(row, name, field, question) !== isNegated);
    expect([query, idsOf(await list(model, query))]).toEqual([query, idsOf(expected)]);
  }
}

const targetOf = (field: Field): Model | null => {
  if (isInverse(field)) return modelNamed(field.of);
  return isReference(field) || isReferences(field) ? modelNamed(field.to) : null;
};
const fieldsOf = (model: Model) =>
  Object.entries(model.fields).flatMap(([name, field]) =>
    field.internal ? [] : [{ name, field, operators: kindOf(field).operators }],
  );
const allOperators: readonly Operator[] = [
  'exact',
  'iexact',
  'contains',
  'icontains',
  'startswith',
  'istartswith',
  'endswith',
  'iendswith',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'range',
  'isnull',
];

describe.each(everyModel)('%s', (_, model) => {
  const fields = fieldsOf(model);

  it('has records to tell apart', () => expect(rowsOf(model).length).toBeGreaterThan(1));

  it.each(fields.filter(({ operators }) => operators.length > 0))(
    'is filtered by $name, by each operator and its negation',
    async ({ name, field, operators }) => {
      for (const question of questionsOf(operators, valuesOf(rowsOf(model), name)))
        await agrees(model, name, name, field, question);
    },
  );

  it.each(fields.filter(({ field }) => targetOf(field)))(
    'is filtered by $name.id as by $name',
    async ({ name, field, operators }) => {
      const byId = operators.filter((operator) => operator === 'exact' || operator === 'in');
      for (const question of questionsOf(byId, valuesOf(rowsOf(model), name)))
        await agrees(model, `${name}.id`, name, field, question);
    },
  );

  it.each(fields.filter(({ field }) => targetOf(field)))(
    'is filtered through $name by what its records hold',
    async ({ name, field }) => {
      const target = targetOf(field);
      const title = target?.fields[target.title];
      if (!target || !title) throw new Error('Every model has a title.');
      const targets = rowsOf(target);
      for (const question of questionsOf(kindOf(title).operators, valuesOf(targets, target.title).slice(0, 1))) {
        if (question.operator === 'isnull') continue;
        const found = new Set(idsOf(targets.filter((row) => isFound(row, target.title, title, question))));
        const expected = rowsOf(model).filter((row) => [row[name] ?? []].flat().some((id) => found.has(id)));
        const query = queryOf(`${name}.${target.title}`, question);
        expect([query, idsOf(await list(model, query))]).toEqual([query, idsOf(expected)]);
      }
    },
  );

  it('is filtered by id, and by when it was made', async () => {
    for (const question of questionsOf(['exact', 'in'], valuesOf(rowsOf(model), 'id')))
      await agrees(model, 'id', 'id', null, question);
    for (const name of ['created_at', 'updated_at'])
      for (const question of questionsOf(['gt', 'lte', 'range'], valuesOf(rowsOf(model), name))) {
        await agrees(model, name, name, null, question);
        if (name === 'created_at') await agrees(model, 'created_date', name, null, question);
      }
  });

  it('holds all filters at once', async () => {
    const [row, other] = rowsOf(model);
    const both = `filter{id}=${String(row?.id)}&filter{id}=${String(other?.id)}`;
    expect(await list(model, both)).toEqual([]);
    expect(await list(model, `filter{id}=${String(row?.id)}&filter{-id}=${String(other?.id)}`)).toHaveLength(1);
  });

  it('refuses each operator that a kind lacks, and says which it has', async () => {
    for (const { name, operators } of fields) {
      const operator = allOperators.find((one) => !operators.includes(one));
      if (!operator) continue;
      const parameter = `filter{${name}${suffixOf(operator)}}`;
      const answer = await world.send(
        'GET',
        `${addressOf(model)}?${new URLSearchParams([[parameter, 'x']]).toString()}`,
      );
      expect([parameter, answer.status]).toEqual([parameter, 400]);
      const said = (answer.body as Record<string, string[]>)[parameter]?.[0]; // an object of field → list
      expect(said).toMatch(
        operators.length > 0 ? new RegExp(`by ${operators[0]}.*found “${operator}”`) : /can’t be filtered/,
      );
    }
  });

  it('knows no field that it has not', async () => {
    const answer = await world.send('GET', `${addressOf(model)}?filter{naem.icontains}=x`);
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([400, ['filter{naem.icontains}']]);
  });
});
