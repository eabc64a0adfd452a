import { beforeAll, describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/declare/kinds';
import { query, sql } from '@/lib/server/db/sql';
import type { Model } from '@/lib/declare/model';
import type { Row } from './compare';
import { addressOf, everyModel, makeContractWorld, type ContractWorld } from './world';

/** Sorting by every field that can be sorted by, both ways and together, and paging in that order. */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

async function list(model: Model, sorts: readonly string[], page = 'limit=1000'): Promise<Row[]> {
  const sort = sorts.map((name) => `sort[]=${name}`).join('&');
  const answer = await world.send('GET', `${addressOf(model)}?${page}&${sort}`);
  expect(answer.status, answer.text.slice(0, 200)).toBe(200);
  return (answer.body as Record<string, Row[]>)[model.wire.plural] ?? []; // a list
}
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);
const sortableOf = (model: Model) => [
  'created_at',
  'updated_at',
  ...Object.entries(model.fields).flatMap(([name, field]) => (!field.internal && kindOf(field).sortable ? [name] : [])),
];

/** The values of a field in the order of PostgreSQL, nothing last, each with its place. */
async function placesOf(rows: readonly Row[], name: string): Promise<Map<unknown, number>> {
  const values = [...new Set(rows.map((row) => row[name] ?? null))];
  const texts = values.filter((value) => typeof value === 'string');
  const sorted = await query<{ text: string }>(sql`SELECT v AS text FROM unnest(${texts}::text[]) v ORDER BY v`);
  const order = new Map<unknown, number>(sorted.map(({ text }, index) => [text, index]));
  for (const value of values)
    if (typeof value !== 'string') order.set(value, value === null ? Number.POSITIVE_INFINITY : Number(value));
  return order;
}

describe.each(everyModel)('%s', (_, model) => {
  const sortable = sortableOf(model);

  it.each(sortable)('is sorted by %s, and backwards by -%s', async (name) => {
    const rows = await list(model, [name]);
    const places = await placesOf(rows, name);
    const found = rows.map((row) => places.get(row[name] ?? null) ?? Number.NaN);
    expect(found).toEqual(found.toSorted((a, b) => a - b || 0));
    expect(idsOf(await list(model, [`-${name}`]))).toEqual(idsOf(rows).toReversed());
  });

  it.each(sortable)('comes in pages in the order of %s without a gap or a repeat', async (name) => {
    const whole = idsOf(await list(model, [name]));
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(whole.length / 2) }, (_, index) =>
        list(model, [name], `limit=2&offset=${index * 2}`),
      ),
    );
    expect(idsOf(pages.flat())).toEqual(whole);
  });

  it('is sorted by several keys, the first before the second', async () => {
    const [first = '', second = ''] = [sortable.at(-1), sortable.at(-2)];
    const rows = await list(model, [first, `-${second}`]);
    const [major, minor] = [await placesOf(rows, first), await placesOf(rows, second)];
    const keys = rows.map((row) => [major.get(row[first] ?? null) ?? 0, minor.get(row[second] ?? null) ?? 0] as const);
    const byBoth = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]) =>
      a === c ? (b === d ? 0 : d - b) : a < c ? -1 : 1;
    expect(keys).toEqual(keys.toSorted(byBoth));
    expect(idsOf(await list(model, [`${first},-${second}`])), 'in one parameter').toEqual(idsOf(rows));
  });

  it('has an order of its own that is stable', async () => {
    const whole = idsOf(await list(model, []));
    const pages = [await list(model, [], 'limit=1'), await list(model, [], 'limit=999&offset=1')];
    expect(idsOf(pages.flat())).toEqual(whole);
  });

  it('takes created_date for created_at', async () =>
    expect(idsOf(await list(model, ['-created_date']))).toEqual(idsOf(await list(model, ['-created_at']))));

  it('refuses what cannot be sorted by, and names what can', async () => {
    const wrong = Object.keys(model.fields).find((name) => !sortable.includes(name)) ?? 'nothing';
    const answer = await world.send('GET', `${addressOf(model)}?sort[]=${wrong}`);
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([400, ['sort[]']]);
    expect(answer.text).toMatch(/Possible|Did you mean/);
  });
});

it('sessions are sorted by start_time as by date_time', async () => {
  const [, session] = everyModel.find(([name]) => name === 'session') ?? [];
  if (!session) throw new Error('There are sessions.');
  expect(idsOf(await list(session, ['start_time']))).toEqual(idsOf(await list(session, ['date_time'])));
});
