import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { apiAs, type Answer, type Send } from '@/test/api';
import { make } from '@/test/lab';
import type { Row } from '../compare';
import { addressOf, makeContractWorld, type ContractWorld } from '../world';
import { loaders, matlabQuery, pythonQuery } from './loaders';

/** The loaders of both public clients, replayed request by request. */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

type Body = Record<string, unknown> & { count: number; next: string | null };
const bodyOf = (answer: Answer): Body => {
  expect(answer.status, answer.text.slice(0, 300)).toBe(200);
  return answer.body as Body; // a list
};
const listOf = (value: unknown) => [value ?? []].flat() as Row[]; // one record, several, or none

/** All pages as Python's `load_all` takes them: its own limit and offset, the first key that holds a list, and `count`. */
async function loadAllAsPython(
  send: Send,
  address: string,
  filters: Record<string, string>,
  include: readonly string[],
  limit = 100,
): Promise<Row[]> {
  const records: Row[] = [];
  for (let offset = 0; ; offset += limit) {
    const body = bodyOf(await send('GET', `${address}?${pythonQuery(filters, include, { limit, offset })}`));
    const key = Object.keys(body).find((name) => Array.isArray(body[name])) ?? '';
    const page = listOf(body[key]);
    records.push(...page);
    if (records.length >= body.count) return records;
    expect(page.length, 'a page before the last is not empty').toBeGreaterThan(0);
  }
}

/** All pages as MATLAB's `load_all` takes them: the first key that is no paging, then `next` until there is none. */
async function loadAllAsMatlab(send: Send, address: string, query: string): Promise<Row[]> {
  const records: Row[] = [];
  let key = '';
  for (let path: string | null = `${address}?${query}`; path;) {
    const body: Body = bodyOf(await send('GET', path));
    key ||= Object.keys(body).find((name) => !['count', 'next', 'previous'].includes(name)) ?? '';
    records.push(...listOf(body[key]));
    path = body.next;
  }
  return records;
}

/** The plain records of a model, and how each filter of the loaders is understood (CONTRACT sections 3 and 13). */
async function rowsOf(name: string): Promise<Row[]> {
  const model = modelNamed(name);
  return listOf(bodyOf(await world.send('GET', `${addressOf(model)}?limit=1000`))[model.wire.plural]);
}
const has = (value: unknown, wanted: unknown) => listOf(value).includes(wanted as Row);
const textIn = (value: unknown, part: string) =>
  String(value ?? '')
    .toLowerCase()
    .includes(part.toLowerCase());

/** What a filter finds, and a value to ask with. Filters on fields that a model has not are read as section 3 says. */
async function expectedOf(name: string, filter: string): Promise<{ value: string; expected: unknown[] }> {
  const rows = await rowsOf(name);
  const ids = (found: readonly Row[]) => found.map(({ id }) => id).toSorted();
  const [field = '', operator = ''] = filter.split('.');
  if (name === 'procedurelog' && field === 'subject') {
    const procedures = await rowsOf('procedure');
    const subject = procedures[0]?.subject;
    return {
      value: String(subject),
      expected: ids(
        rows.filter((row) => procedures.some((one) => one.id === row.procedure && one.subject === subject)),
      ),
    };
  }
  if (name === 'equipment' && field === 'session') {
    const modules = [...(await rowsOf('dataacquisition')), ...(await rowsOf('manipulation'))];
    const session = modules[0]?.session;
    const used = modules.filter((one) => one.session === session).flatMap(({ equipment }) => equipment);
    return { value: String(session), expected: ids(rows.filter(({ id }) => used.includes(id))) };
  }
  if (name === 'consumablestock' && field === 'subject') {
    const procedures = await rowsOf('procedure');
    const subject = procedures[0]?.subject;
    const used = procedures.filter((one) => one.subject === subject).map(({ consumablestock }) => consumablestock);
    return { value: String(subject), expected: ids(rows.filter(({ id }) => used.includes(id))) };
  }
  if (name === 'publication' && field === 'name') {
    const value = String(rows[0]?.title).slice(2, -2);
    return { value, expected: ids(rows.filter(({ title }) => textIn(title, value))) };
  }
  if (name === 'laboratory' && field === 'name') {
    const groups = await rowsOf('group');
    const value = String(groups.find(({ id }) => id === rows[0]?.group)?.name).slice(2, -2);
    return {
      value,
      expected: ids(rows.filter(({ group }) => textIn(groups.find(({ id }) => id === group)?.name, value))),
    };
  }
  const sample = rows
    .flatMap((row) => (field === 'id' ? [row.id] : listOf(row[field])))
    .find((value) => (value as unknown) !== '');
  const value = operator === 'icontains' ? String(sample).slice(1, -1).toUpperCase() : String(sample ?? 'one');
  const matches = (row: Row) =>
    operator === 'icontains' ? textIn(row[field], value) : has(row[field], sample) && row[field] !== undefined;
  return { value, expected: ids(rows.filter(matches)) };
}

describe.each(loaders)('the loader of $model', ({ model: name, include, python, matlab }) => {
  const model = modelNamed(name);
  const address = addressOf(model);

  it.each(python)('of Python filters by %s, with all it includes by default', async (filter) => {
    const { value, expected } = await expectedOf(name, filter);
    if (filter !== 'tags' || 'tags' in model.fields) expect(expected.length, 'something is found').toBeGreaterThan(0);
    const found = await loadAllAsPython(world.send, address, { [filter]: value }, include);
    expect(found.map(({ id }) => id).toSorted()).toEqual(expected);
    for (const row of found)
      for (const relation of include) for (const one of listOf(row[relation])) expect(one).toHaveProperty('id');
  });

  it.each(matlab ?? [])('of MATLAB filters by %s, as it writes queries', async (filter) => {
    const { value, expected } = await expectedOf(name, filter);
    const found = await loadAllAsMatlab(world.send, address, matlabQuery({ [filter]: value }, include, { limit: 2 }));
    expect(found.map(({ id }) => id).toSorted()).toEqual(expected);
  });

  it('finds what is loaded by id, with no query at all', async () => {
    const [row] = await rowsOf(name);
    const answer = await world.send('GET', `${address}${String(row?.id)}/`, undefined, { accept: '*/*' });
    expect([answer.status, (answer.body as Record<string, Row>)[model.wire.singular]]).toEqual([200, row]);
  });
});

it('filters on tags find nothing where records have none, in every spelling', async () => {
  for (const { model } of loaders) {
    if ('tags' in modelNamed(model).fields) continue;
    for (const query of ['filter%7Btags%7D=x', 'filter{tags}=x', 'filter{tags.icontains}=x'])
      expect(bodyOf(await world.send('GET', `${addressOf(modelNamed(model))}?${query}`))).toMatchObject({
        count: 0,
        next: null,
      });
  }
});

it('every record is loaded once by pages of 100, also where the last one is full', async () => {
  const project = await make(world.owner, 'project', { name: 'Two pages' });
  for (let index = 0; index < 200; index++)
    await make(world.owner, 'collection', { name: `C${index % 7}-${index}`, project: project.id });
  const address = addressOf(modelNamed('collection'));
  for (const limit of [100, 99, 500]) {
    const found = await loadAllAsPython(world.send, address, { 'project.id': String(project.id) }, ['sessions'], limit);
    expect([found.length, new Set(found.map(({ id }) => id)).size]).toEqual([200, 200]);
  }
  const found = await loadAllAsMatlab(
    world.send,
    address,
    matlabQuery({ project: String(project.id) }, [], { limit: 50 }),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(200);
});

it('what MATLAB sorts of the keys of a private list leaves the list in front', async () => {
  const keys = Object.keys(bodyOf(await world.send('GET', 'private/stem/project/?limit=5'))).toSorted();
  expect(keys.filter((key) => !['count', 'next', 'previous'].includes(key))[0]).toBe('projects');
});

it('public lists answer without a token and with one that has expired', async () => {
  const nobody = await apiAs(null);
  for (const headers of [{}, { authorization: 'Bearer expired' }] as Record<string, string>[]) {
    const body = bodyOf(await nobody('GET', 'public/stem/project/', undefined, headers));
    expect(body).toHaveProperty('projects');
    expect(body).toHaveProperty('count');
  }
});
