import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Level } from '@/lib/declare/levels';
import { isInverse, isReference, isReferences, type Field } from '@/lib/declare/model';
import { levelFlags } from '@/lib/declare/kinds/grants';
import { levels } from '@/lib/declare/levels';
import { accessTableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed, type ModelName } from '@/lib/models';
import { query, sql } from '@/lib/server/db/sql';
import { rightsOn } from '@/lib/server/operations/get';
import { listRecords } from '@/lib/server/operations/list';
import { removeRecord } from '@/lib/server/operations/remove';
import { restoreRecords } from '@/lib/server/operations/restore';
import { updateRecord } from '@/lib/server/operations/update';
import { anonymousViewer, systemViewer, type UserViewer, type Viewer } from '@/lib/server/viewer';
import { apiAs, type Send } from '@/test/api';
import { makeCatalogue, makeColleague, type Catalogue } from '@/test/world';
import { askerOf } from './ask';
import { readFacts } from './facts';
import { deletes, edits, grants, levelOn, parentsOf, reads, roleIn, type Fact, type Facts } from './oracle';
import { buildWorld, plans, type RandomWorld } from './random-world';

/** Random users, groups, projects and grants, and random changes of them, against the oracle. */

let users: UserViewer[];
let superuser: UserViewer;
let catalogue: Catalogue;
const looked: readonly ModelName[] = [
  'project',
  'setup',
  'datastorage',
  'session',
  'subject',
  'procedure',
  'epoch',
  'recordingfiles',
  'dataacquisition',
  'sessionsubject',
  'equipment',
  'group',
];

beforeAll(async () => {
  users = await Promise.all(['Ana', 'Ben', 'Eva', 'Tom'].map((word) => makeColleague(word)));
  superuser = await makeColleague('Root', true);
  catalogue = await makeCatalogue(systemViewer('property test'));
});

/** What the look-ups of levels hold, and what they should. */
async function expectLookUps(facts: Facts): Promise<void> {
  for (const model of ['project', 'setup', 'datastorage', 'behavioralassay'] as const) {
    const kept = await query<{ key: string }>(
      sql`SELECT a.user_id || ' ' || a.record_id || ' ' || a.level AS key FROM ${sql.table(accessTableOf(modelNamed(model)))} a`,
    );
    const people = [...facts.records.values()].filter((one) => one.model === 'user');
    const records = [...facts.records.values()].filter((one) => one.model === model);
    const expected = people.flatMap(({ id }) =>
      records.flatMap((record) =>
        levelOn(facts, id, record) > 0 ? [`${id} ${record.id} ${levelOn(facts, id, record)}`] : [],
      ),
    );
    expect(kept.map(({ key }) => key).toSorted(), `levels on ${model}`).toEqual(expected.toSorted());
  }
}

const highest = (facts: Facts, user: string, record: Fact): number =>
  record.model === 'group'
    ? roleIn(facts, user, record.id)
    : Math.max(
        levelOn(facts, user, record),
        0,
        ...parentsOf(facts, record).map((parent) => highest(facts, user, parent)),
      );

async function expectRights(facts: Facts, viewer: Viewer): Promise<void> {
  const asker = askerOf(viewer);
  for (const name of looked) {
    if (name === 'group' && viewer.portal === 'public') continue;
    const model = modelNamed(name);
    const readable = [...facts.records.values()].filter(
      (record) => record.model === name && reads(facts, asker, record),
    );
    const { records, count } = await listRecords(
      viewer,
      model,
      { filters: [], sort: [], limit: 1000, offset: 0, withLevel: true },
      'exact',
    );
    expect([records.map(({ id }) => String(id)).toSorted(), count], `${name} of ${viewer.kind}`).toEqual([
      readable.map(({ wire }) => String(wire)).toSorted(),
      readable.length,
    ]);
    const rights = await rightsOn(
      viewer,
      model,
      records.map(({ id }) => id),
    );
    for (const record of readable) {
      const may = rights.get(String(record.wire));
      const has = facts.superusers.has(asker.user ?? '')
        ? 4
        : asker.user === null
          ? 0
          : highest(facts, asker.user, record);
      expect(records.find(({ id }) => id === record.wire)?.level, `level on ${name}`).toBe(has);
      expect([may?.update, may?.delete], `rights to ${name}`).toEqual([
        edits(facts, asker, record),
        deletes(facts, asker, record),
      ]);
      const hasList = ['project', 'setup', 'datastorage', 'group'].includes(name);
      if (hasList)
        expect([may?.manage, may?.own], `management of ${name}`).toEqual([
          grants(facts, asker, record, 0, 1),
          grants(facts, asker, record, 0, 4),
        ]);
    }
  }
}

test('what anyone reads, changes and manages in a random world is what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      await buildWorld(plan, users, catalogue);
      const facts = await readFacts();
      await expectLookUps(facts);
      for (const viewer of [...users, superuser, anonymousViewer]) await expectRights(facts, viewer);
    }),
    { numRuns: 8 },
  );
}, 120_000);

type Step = {
  readonly actor: number;
  /** Done by someone who may, where there is anybody; else by the actor. */
  readonly isEntitled: boolean;
  readonly kind: 'grant' | 'join' | 'share' | 'delete' | 'restore';
  readonly what: number;
  readonly who: number;
  readonly isGroup: boolean;
  readonly level: number;
  readonly projects: readonly number[];
};
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    actor: fc.nat({ max: 3 }),
    isEntitled: fc.boolean(),
    kind: fc.constantFrom('grant', 'grant', 'join', 'share', 'delete', 'delete', 'restore', 'restore'),
    what: fc.nat({ max: 9 }),
    who: fc.nat({ max: 2 }),
    isGroup: fc.boolean(),
    level: fc.nat({ max: 4 }),
    projects: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 20, maxLength: 20 },
);

type Attempt = { readonly may: boolean; readonly isSeen: boolean; readonly run: () => Promise<unknown> };

/** What a step tries, and whether the rules allow it. */
function attempt(step: Step, world: RandomWorld, facts: Facts, deletions: Map<string, string>): Attempt | null {
  const viewer = users[step.actor];
  const fact = (id: string | undefined) => facts.records.get(id ?? '');
  if (!viewer) return null;
  const asker = askerOf(viewer);
  const level: Level | null = levels[step.level - 1] ?? null;
  if (step.kind === 'grant') {
    const list = world.lists[step.what % world.lists.length];
    const record = fact(list?.id);
    const [user, group] = [users[step.who], world.groups[step.who]];
    if (!list || !record || !user || !group || (step.isGroup && fact(group.id)?.isDeleted)) return null;
    const before =
      facts.grants.find(
        (one) => one.record === record.id && (step.isGroup ? one.group === group.id : one.user === user.id),
      )?.level ?? 0;
    const entry = level ? levelFlags(level, levels) : { remove: true };
    const input = step.isGroup ? { groups: { [group.name]: entry } } : { users: { [user.email]: entry } };
    const may =
      reads(facts, asker, record) && (before === step.level || grants(facts, asker, record, before, step.level));
    return {
      may,
      isSeen: reads(facts, asker, record),
      run: () => updateRecord(viewer, modelNamed(list.model), list.id, input),
    };
  }
  if (step.kind === 'join') {
    const group = world.groups[step.what % world.groups.length];
    const [record, user] = [fact(group?.id), users[step.who]];
    if (!group || !record || !user || step.level === 2) return null;
    const before = roleIn(facts, user.id, group.id);
    const entry = level ? { is_manager: step.level >= 3, is_owner: step.level === 4 } : { remove: true };
    const isSeen = reads(facts, asker, record);
    return {
      may: isSeen && (before === step.level || grants(facts, asker, record, before, step.level)),
      isSeen,
      run: () => updateRecord(viewer, modelNamed('group'), group.number, { users: { [user.email]: entry } }),
    };
  }
  const undone = [...deletions.keys()];
  const alive = step.isGroup
    ? world.lists[step.what % world.lists.length]?.id
    : world.sessions[step.what % world.sessions.length];
  const id = step.kind === 'restore' ? undone[step.what % undone.length] : alive;
  const record = fact(id);
  if (!id || !record) return null;
  if (step.kind === 'delete') {
    const run = () =>
      removeRecord(viewer, modelNamed(record.model), id).then(({ deletion }) => deletions.set(id, deletion));
    return { may: deletes(facts, asker, record), isSeen: reads(facts, asker, record), run };
  }
  if (step.kind === 'restore') {
    const last = deletions.get(id);
    if (!last || !record.isDeleted) return null;
    // Those who could delete it, were it there.
    const revived: Facts = { ...facts, records: new Map(facts.records).set(id, { ...record, isDeleted: false }) };
    const may = deletes(revived, asker, { ...record, isDeleted: false });
    return { may, isSeen: false, run: () => restoreRecords(viewer, last) };
  }
  const session = fact(world.sessions[step.what % world.sessions.length]);
  if (!session) return null;
  const wanted = step.projects.flatMap((place) => fact(world.lists[place]?.id) ?? []);
  const now = parentsOf(facts, session);
  const isWriter = (project: Fact) => levelOn(facts, viewer.id, project) >= 2;
  const added = wanted.filter((project) => !now.includes(project));
  const removed = now.filter((project) => !wanted.includes(project) && reads(facts, asker, project));
  const may =
    edits(facts, asker, session) &&
    [...wanted].every((project) => reads(facts, asker, project)) &&
    [...added, ...removed].every(isWriter);
  return {
    may,
    isSeen: reads(facts, asker, session),
    run: () =>
      updateRecord(viewer, modelNamed('session'), session.id, { projects: wanted.map((project) => project.id) }),
  };
}

const visibleState = (facts: Facts) =>
  JSON.stringify([
    [...facts.records.values()].map((one) => `${one.id} ${one.isDeleted}`).toSorted(),
    facts.grants.map((one) => JSON.stringify(one)).toSorted(),
    facts.memberships.map((one) => JSON.stringify(one)).toSorted(),
    facts.links.map((one) => JSON.stringify(one)).toSorted(),
  ]);

test('whatever people do in a random world, only what the rules allow changes it', async () => {
  const tally = new Set<string>();
  await fc.assert(
    fc.asyncProperty(plans, steps, async (plan, walk) => {
      const world = await buildWorld(plan, users, catalogue);
      const deletions = new Map<string, string>();
      let facts = await readFacts();
      for (const step of walk) {
        const tries = [0, 1, 2, 3].map((actor) => attempt({ ...step, actor }, world, facts, deletions));
        const tried = (step.isEntitled && tries.find((one) => one?.may)) || tries[step.actor];
        if (!tried) continue;
        const refusal = await tried.run().then(
          () => null,
          (error: unknown) =>
            error instanceof AppError
              ? error
              : Promise.reject(error instanceof Error ? error : new Error(String(error))),
        );
        const after = await readFacts();
        const code = refusal?.code ?? 'done';
        tally.add(`${step.kind} ${tried.may ? code === 'done' : 'refused'}`);

        // What is in use, or the last owner, stays for reasons of its own.
        if (tried.may)
          expect(['done', 'in_use', 'invalid', 'conflict'], JSON.stringify([step, code, refusal?.message])).toContain(
            code,
          );
        else
          expect(tried.isSeen ? ['forbidden', 'invalid'] : ['not_found'], JSON.stringify([step, code])).toContain(code);
        if (refusal) expect(visibleState(after), 'a refusal changes nothing').toBe(visibleState(facts));
        facts = after;
        await expectLookUps(facts);
      }
      for (const viewer of users) await expectRights(facts, viewer);
    }),
    { numRuns: 10 },
  );
  // A walk in which nothing is ever allowed, or refused, would prove nothing.
  for (const kind of ['grant', 'join', 'share', 'delete', 'restore']) expect([...tally]).toContain(`${kind} true`);
  for (const kind of ['grant', 'join', 'share', 'delete']) expect([...tally]).toContain(`${kind} refused`);
}, 120_000);

type Rows = Record<string, unknown>[];
const targetOf = (field: Field): string | null =>
  isInverse(field) ? field.of : isReference(field) || isReferences(field) ? field.to : null;

/** All that a request for a list answers, whose count must be its length. */
async function listOf(send: Send, address: string, key: string, parameters: [string, string][]): Promise<Rows> {
  const answer = await send('GET', `${address}?${new URLSearchParams([['limit', '1000'], ...parameters]).toString()}`);
  expect(answer.status, answer.text).toBe(200);
  const body = answer.body as Record<string, Rows> & { count: number }; // an envelope of the API
  expect(body[key]).toHaveLength(body.count);
  return body[key] ?? [];
}

test('no filter, sort, include, export, list below a record or bulk write in a random world leads further', async () => {
  const sends = await Promise.all(users.map((user) => apiAs(user)));
  const asNobody = await apiAs(null);
  const seen = { hidden: 0, included: 0, below: 0, refused: 0, done: 0 };
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      await buildWorld(plan, users, catalogue);
      const facts = await readFacts();
      for (const [send, viewer] of [
        ...users.map((user, place) => [sends[place] ?? asNobody, user] as const),
        [asNobody, anonymousViewer] as const,
      ]) {
        const asker = askerOf(viewer);
        const wiresOf = (name: string) =>
          new Set(
            [...facts.records.values()]
              .filter((record) => record.model === name && reads(facts, asker, record))
              .map(({ wire }) => wire),
          );
        for (const name of looked) {
          if (name === 'group' && viewer.portal === 'public') continue;
          const model = modelNamed(name);
          const address = `${viewer.portal}/${model.app}/${name}/`;
          const key = model.wire.plural;
          const readable = wiresOf(name);
          const all = await listOf(send, address, key, []);
          const exported = (await send('GET', `${address}export/`)).text.split('\n').filter(Boolean);
          expect(exported.map((line) => (JSON.parse(line) as Rows[number]).id).toSorted()).toEqual(
            [...readable].toSorted(),
          ); // a record a line

          for (const [field, declared] of Object.entries(model.fields)) {
            const target = targetOf(declared);
            if (!target || declared.internal || !looked.includes(target as ModelName)) continue; // a name of the list, or not
            if (viewer.portal === 'public' && (declared.isPrivate || target === 'group')) continue;
            const near = wiresOf(target);
            const ids = (value: unknown) => [value ?? []].flat();
            const others = [...facts.records.values()].filter((one) => one.model === target && !near.has(one.wire));
            for (const { wire } of others) {
              expect(await listOf(send, address, key, [[`filter{${field}}`, String(wire)]])).toEqual([]);
              seen.hidden += 1;
            }
            // Through the relation one finds by what one may read of it, however the list is sorted.
            const through = await listOf(send, address, key, [[`filter{${field}.created_at.isnull}`, 'false']]);
            const expected = all.filter((record) => ids(record[field]).some((id) => near.has(id as string)));
            expect(through.map(({ id }) => id).toSorted(), `${name}.${field}`).toEqual(
              expected.map(({ id }) => id).toSorted(),
            );
            const including = await listOf(send, address, key, [['include[]', `${field}.*`]]);
            for (const part of including.flatMap((record) => ids(record[field])))
              if (typeof part === 'object' && part !== null) {
                expect(near.has((part as Rows[number]).id as string), `${name}.${field}`).toBe(true); // a record
                seen.included += 1;
              }
            if (!isInverse(declared)) continue;
            for (const { id } of all) {
              const path = `${address}${String(id)}/${field}/`;
              const below = await listOf(send, path, modelNamed(target).wire.plural, []);
              expect(below.every((one) => near.has(one.id as string))).toBe(true); // a UUID or a number
              seen.below += below.length;
            }
          }

          if (viewer.portal === 'public' || !['session', 'subject'].includes(name)) continue;
          const records = [...facts.records.values()].filter((one) => one.model === name && !one.isDeleted);
          for (const record of records) {
            const answer = await send('POST', `${address}bulk/`, [{ id: record.id, description: 'By many' }]);
            const may = reads(facts, asker, record) && edits(facts, asker, record);
            expect(answer.status === 200, answer.text).toBe(may);
            seen[may ? 'done' : 'refused'] += 1;
          }
        }
      }
      const written = await query<{ id: string }>(
        sql`SELECT t.id::text AS id FROM session t WHERE t.description = 'By many' UNION ALL SELECT t.id::text FROM subject t WHERE t.description = 'By many'`,
      );
      const writable = [...facts.records.values()].filter(
        (one) =>
          ['session', 'subject'].includes(one.model) &&
          !one.isDeleted &&
          users.some((user) => reads(facts, askerOf(user), one) && edits(facts, askerOf(user), one)),
      );
      expect(written.map(({ id }) => id).toSorted()).toEqual(writable.map(({ id }) => id).toSorted());
    }),
    { numRuns: 4 },
  );
  // Worlds in which there is nothing to hide, or to show, would prove nothing.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
}, 300_000);
