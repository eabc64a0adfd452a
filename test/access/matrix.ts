import { beforeAll, expect, test } from 'vitest';
import type { Model } from '@/lib/declare/model';
import { modelList, modelNamed, storedModels, type ModelName } from '@/lib/models';
import { removeRecord } from '@/lib/server/operations/remove';
import { systemViewer, type Viewer } from '@/lib/server/viewer';
import { makeWorld, type World } from '@/test/world';
import { askerOf, httpAs, leakFinder, operationsAs, watched, type Channel, type Json, type Reply } from './ask';
import { readFacts } from './facts';
import { changeOf, creationsOf } from './inputs';
import {
  creates,
  deletes,
  edits,
  isOffPublic,
  reads,
  seen,
  sourceOf,
  type Asker,
  type Fact,
  type Facts,
} from './oracle';
import { relationsOf, textFieldOf } from './relations';

/** Every model × everyone in the world × every action, through operations and over HTTP, against the oracle. */

type Someone = {
  readonly role: string;
  readonly viewer: Viewer;
  readonly asker: Asker;
  readonly operations: Channel;
  readonly http: Channel;
};

let world: World;
let facts: Facts;
let everyone: Someone[];
let all: Channel;
const faults: string[] = [];
let turn = 0;

async function build(): Promise<void> {
  world = await makeWorld();
  facts = await readFacts();
  const leaksIn = await leakFinder(facts);
  everyone = await Promise.all(
    Object.entries(world.viewers).map(async ([role, viewer]) => {
      const asker = askerOf(viewer);
      const watch = (channel: Channel) => watched(channel, asker, leaksIn, faults);
      return { role, viewer, asker, operations: watch(operationsAs(viewer)), http: watch(await httpAs(viewer)) };
    }),
  );
  all = operationsAs({ ...world.people.superuser, portal: 'super' } as Viewer); // the world has a superuser
}

const rowsOf = (model: Model, { body }: Reply) => (body[model.wire.plural] ?? []) as Json[]; // an envelope's first key
const idsOf = (model: Model, answer: Reply) => rowsOf(model, answer).map(({ id }) => id as string | number); // the wire's id
const sorted = (ids: readonly (string | number)[]) => ids.map(String).toSorted();
const recordsOf = (model: Model) => [...facts.records.values()].filter((record) => record.model === model.name);
const readable = (asker: Asker, model: Model) => recordsOf(model).filter((record) => reads(facts, asker, record));
const wires = (records: readonly Fact[]) => sorted(records.map(({ wire }) => wire));

/** Compares, and notes a difference instead of stopping at it. */
function same(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== should) faults.push(`${what}: found ${is?.slice(0, 300)}, expected ${should?.slice(0, 300)}`);
}

/** All rows and links, in an order of their own. */
async function snapshot(): Promise<string[]> {
  const { records, links, grants, memberships } = await readFacts();
  // What a view shows is kept elsewhere.
  const isKept = (id: string) => storedModels.some(({ name }) => name === records.get(id)?.model);
  const kept = [...records.values()].filter(({ id }) => isKept(id));
  return [...kept, ...links.filter(({ from }) => isKept(from)), ...grants, ...memberships]
    .map((one) => JSON.stringify(one))
    .toSorted();
}

function noFaults(): void {
  const found = faults.splice(0);
  if (found.length > 0) throw new Error(`${found.length} faults:\n${found.slice(0, 12).join('\n')}`);
}

const pairs = modelList.map((model) => [model.name, model] as const);
const stored = storedModels.map((model) => [model.name, model] as const);
/** The tests of one channel; each has a file of its own, so that they run beside each other. */
export function testMatrix(name: Channel['name']): void {
  beforeAll(build);

  test('the oracle knows every model', () =>
    expect(Object.keys(sourceOf).toSorted()).toEqual(modelList.map(({ name }) => name).toSorted()));
  /** Everyone, each with what they are asked through here. */
  const people = () =>
    everyone.map((someone) => ({ ...someone, channel: someone[name], what: `${name} ${someone.role}` }));

  test.each(pairs)('%s: lists, counts, pages, sorts and searches hold what one may read', async (_, model) => {
    const text = textFieldOf(model);
    const orders = ['-created_at', ...(text ? [text] : [])];
    const inOrder = new Map<string, (string | number)[]>();
    for (const sort of orders) inOrder.set(sort, idsOf(model, await all.list(model, `limit=1000&sort[]=${sort}`)));
    const ask = async ({ channel, asker, what }: ReturnType<typeof people>[number]) => {
      const mine = new Set(wires(readable(asker, model)));
      const list = await channel.list(model, 'limit=1000');
      if (asker.portal === 'public' && isOffPublic(model.name)) {
        same(`${what} list of ${model.name}`, list.status, 404);
        return;
      }
      same(`${what} list of ${model.name}`, sorted(idsOf(model, list)), [...mine]);
      same(`${what} count of ${model.name}`, list.body.count, mine.size);
      for (const sort of orders) {
        const found = idsOf(model, await channel.list(model, `limit=1000&sort[]=${sort}`));
        same(
          `${what} ${model.name} by ${sort}`,
          found,
          inOrder.get(sort)?.filter((id) => mine.has(String(id))),
        );
      }
      const pages = [await channel.list(model, 'limit=3'), await channel.list(model, 'limit=997&offset=3')];
      same(`${what} pages of ${model.name}`, sorted(pages.flatMap((page) => idsOf(model, page))), [...mine]);
      same(
        `${what} counts on pages of ${model.name}`,
        pages.map(({ body }) => body.count),
        [mine.size, mine.size],
      );
      const found = await channel.list(model, `limit=1000&search=x`);
      const every = new Set(
        (await all.list(model, 'limit=1000&search=x').then((answer) => idsOf(model, answer))).map(String),
      );
      same(
        `${what} search in ${model.name}`,
        sorted(idsOf(model, found)),
        [...mine].filter((id) => every.has(id)),
      );
      same(
        `${what} count of a search in ${model.name}`,
        found.body.count,
        [...mine].filter((id) => every.has(id)).length,
      );
      const ids = await channel.list(model, `limit=1000&filter{id.in}=${wires(recordsOf(model)).join(',')}`);
      same(`${what} ${model.name} by all ids`, sorted(idsOf(model, ids)), [...mine]);
    };
    await Promise.all(people().map(ask));
    noFaults();
  });

  test.each(pairs)(
    '%s: related records are named, included and filtered by only where one may read them',
    async (_, model) => {
      const all = relationsOf(model);
      const include = all.map((relation) => `include[]=${relation.name}`).join('&');
      const ask = async ({ channel, asker, what }: ReturnType<typeof people>[number]) => {
        if (asker.portal === 'public' && isOffPublic(model.name)) return;
        const relations = all.filter(({ isPrivate }) => !isPrivate || asker.portal !== 'public');
        const mine = readable(asker, model);
        const [plain, whole] = [
          await channel.list(model, 'limit=1000'),
          await channel.list(model, `limit=1000&${include}`),
        ];
        for (const record of mine) {
          const bare = rowsOf(model, plain).find(({ id }) => id === record.wire);
          const full = rowsOf(model, whole).find(({ id }) => id === record.wire);
          for (const { name: field } of all)
            if (!relations.some(({ name: shown }) => shown === field))
              same(
                `${what} ${model.name}.${field} is private`,
                [bare, full].map((one) => one && field in one),
                [false, false],
              );
          for (const { name: field, of, isList, isTold } of relations) {
            const related = of(facts, record);
            const told = related.flatMap((id) => facts.records.get(id) ?? []);
            const expected = wires(isTold ? told : seen(facts, asker, related));
            const ids = (value: unknown) => sorted([value ?? []].flat() as string[]); // ids, as the wire has them
            const embedded = (value: unknown) =>
              ids(
                ([value ?? []].flat() as (Json | string)[]).map((one) =>
                  typeof one === 'string' ? one : (one.id as string),
                ),
              ); // records, or what may not be read
            same(`${what} ${model.name}.${field}`, ids(bare?.[field]), expected);
            same(`${what} ${model.name}.${field} included`, embedded(full?.[field]), expected);
            if (isList) same(`${what} ${model.name}.${field} is a list`, Array.isArray(bare?.[field]), true);
          }
        }
        // One parser and one query serve both; the longer way is tested.
        if (name === 'http')
          for (const relation of relations) await filtersThrough(model, relation, channel, asker, what);
      };
      await Promise.all(people().map(ask));
      noFaults();
    },
  );

  async function filtersThrough(
    model: Model,
    { name: field, target, of }: ReturnType<typeof relationsOf>[number],
    channel: Channel,
    asker: Asker,
    what: string,
  ) {
    const mine = readable(asker, model);
    const ask = async (condition: string, expected: readonly Fact[]) => {
      const answer = await channel.list(model, `limit=1000&filter{${field}${condition}`);
      same(
        `${what} ${model.name} filter{${field}${condition.slice(0, 60)}`,
        [sorted(idsOf(model, answer)), answer.body.count],
        [wires(expected), expected.length],
      );
    };
    const targets = recordsOf(target);
    const hidden = targets.filter((record) => !reads(facts, asker, record));
    const linked = mine.filter((record) => seen(facts, asker, of(facts, record)).length > 0);
    if (hidden.length > 0) await ask(`.in}=${wires(hidden).join(',')}`, []);
    await ask(`.in}=${wires(targets).join(',')}`, linked);
    await ask(
      '.isnull}=true',
      mine.filter((record) => !linked.includes(record)),
    );
    const text = textFieldOf(target);
    // All that the world makes has a mark with an x in its name, but for what bears the name of its type.
    if (text && text !== 'type' && text !== 'age') await ask(`.${text}.icontains}=x`, linked);
  }

  test.each(stored)(
    '%s: one reads, changes and deletes what one may, and is told the same about all else',
    async (_, model) => {
      const before = await snapshot();
      // Nobody deletes themselves here.
      const bystanders = [world.people.stranger?.id, world.people['group:manager']?.id];
      // Through operations those who see all or a part of two laboratories; over HTTP everything.
      const near = new Set([
        ...Object.values(world.home),
        ...Object.values(world.common),
        ...Object.values(world.pending),
      ]);
      const isNear = ({ id }: Fact) =>
        name === 'http' || ['catalogue', 'directory'].includes(String(sourceOf[model.name])) || near.has(id);
      const targets = recordsOf(model).filter(
        (record) => (model.name !== 'user' || bystanders.includes(record.id)) && isNear(record),
      );
      const missing = await all.get(model, '01890000-0000-7000-8000-000000000000');
      for (const { channel, asker, what, role } of people()) {
        const isClosed = name === 'http' && asker.portal === 'public';
        for (const record of targets) {
          const on = `${what} ${model.name} ${record.id}`;
          const mayRead = reads(facts, asker, record);
          const got = await channel.get(model, record.wire);
          same(`${on}: get`, got.status, mayRead ? 200 : 404);
          if (!mayRead) same(`${on}: get says`, got.body.detail, missing.body.detail);
          const proposes = sourceOf[model.name] === 'catalogue' && model.name !== 'brainregion' && asker.user !== null;
          const change = await channel.update(model, record.wire, changeOf(model.name as ModelName)); // a model of the list
          const mayEdit = edits(facts, asker, record);
          const denied = mayRead ? 403 : 404;
          same(`${on}: change`, change.status, isClosed ? 405 : mayEdit || (mayRead && proposes) ? 200 : denied);
          if (mayEdit || change.status !== 200) continue;
          const now = await all.get(model, record.wire);
          same(`${on}: a proposal leaves it as it is`, versionIn(now), versionIn(got));
        }
        for (const record of targets)
          await deletesAsToldByOracle(model, record, channel, asker, `${what} ${model.name} ${record.id}`, role);
      }
      noFaults();
      expect(await snapshot(), 'all that was deleted is restored').toEqual(before);
    },
  );

  const versionIn = ({ body }: Reply) => (Object.values(body)[0] as Json | undefined)?.version; // the single envelope

  async function deletesAsToldByOracle(
    model: Model,
    record: Fact,
    channel: Channel,
    asker: Asker,
    on: string,
    role: string,
  ) {
    const isClosed = name === 'http' && asker.portal === 'public';
    const gone = await channel.remove(model, record.wire);
    const denied = reads(facts, asker, record) ? 403 : 404;
    if (!deletes(facts, asker, record)) return same(`${on}: delete`, gone.status, isClosed ? 405 : denied);
    if (gone.status === 400 && gone.body.code === 'in_use') return;
    same(`${on}: delete`, gone.status, 204);
    if (gone.status !== 204) return;
    same(`${on}: get once deleted`, (await channel.get(model, record.wire)).status, 404);
    const others = everyone.filter(
      ({ role: one, asker: { user } }) =>
        ['stranger', 'user:owner', 'anonymous'].includes(one) && one !== role && user !== record.id,
    );
    const other = others[(turn += 1) % others.length];
    if (other) {
      // Whoever could delete it brings it back, whoever has deleted it.
      const may = !isClosedTo(other) && deletes(facts, other.asker, record);
      const { status } = await other[name].restore(model, record.id);
      same(`${on}: restore by ${other.role}`, status, may ? 200 : isClosedTo(other) ? 405 : 404);
      if (may) return;
    }
    same(`${on}: restore`, (await channel.restore(model, record.id)).status, 200);
  }

  const isClosedTo = ({ asker }: Someone) => name === 'http' && asker.portal === 'public';

  test.each(stored)('%s: one creates only where one may', async (_, model) => {
    for (const { channel, asker, what } of people()) {
      for (const { input, parents } of creationsOf(world, model.name as ModelName)) {
        const above = parents.flatMap((id) => facts.records.get(id) ?? []);
        const made = await channel.create(model, input);
        const may = creates(facts, asker, model.name, above);
        const on = `${what} creates ${model.name} in ${above.map((one) => `${one.model} ${one.id}`).join(', ')}: ${made.text.slice(0, 200)}`;
        const source = sourceOf[model.name];
        const scope = typeof source === 'object' && 'parent' in source ? source.parent : 'group';
        // One session has one record of recording files: another is refused at the same field, but for that.
        const isTaken = /has this session already/.test(made.text);
        const isRefusedThere =
          [401, 403, 404, 405].includes(made.status) || (made.status === 400 && scope in made.body && !isTaken);
        if (may && isRefusedThere) faults.push(`${on}, but may`);
        if (!may && !isRefusedThere) faults.push(`${on}, but may not`);
        if (made.status !== 201) continue;
        const record = Object.values(made.body)[0] as Json; // the single envelope, of the record or of its approval
        await removeRecord(systemViewer('test clean-up'), modelNamed(model.name), String(record.record ?? record.id));
      }
    }
    noFaults();
  });
}
