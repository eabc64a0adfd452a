import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { isSearched } from '@/lib/declare/search-query';
import { modelNamed, storedModels } from '@/lib/models';
import { listRecords } from '@/lib/server/operations/list';
import { searchEverything } from '@/lib/server/operations/search';
import { makeWorld, markPattern, type World } from '@/test/world';

/** One search over a world of every model, as everyone in it: what the lists show is found, and nothing else. */

const searched = storedModels.filter(isSearched);
const whole = { filters: [], sort: [], limit: 1000, offset: 0 };
const hrefOf = (model: Model, record: AnyRecord): string =>
  model.shownOn
    ? `/${modelNamed(model.shownOn).path}/${String(record[model.shownOn])}#${model.name}-${record.id}`
    : `/${model.path}/${record.id}`;
let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

const names = ['stranger', 'both', 'left', 'user:member', 'group:contributor', 'bridge', 'rival', 'superuser'];

describe.each(names)('for %s', (name) => {
  test.each(searched.map((model) => [model.labelPlural, model] as const))('%s', async (_, model) => {
    const viewer = world.people[name];
    if (!viewer) throw new Error(`The world has ${name}.`);
    const { records } = await listRecords(viewer, model, whole);
    const hrefs = new Set(records.map((record) => hrefOf(model, record)));
    for (const record of records) {
      const title = record[model.title];
      if (!model.search.includes(model.title) || typeof title !== 'string' || title.trim() === '') continue;
      const { groups } = await searchEverything(viewer, `in:${model.name} ${title}`, 20);
      const found = groups.flatMap(({ hits }) => hits.map(({ href }) => href));
      expect(found, title).toContain(hrefOf(model, record));
      expect(found.filter((href) => !hrefs.has(href))).toEqual([]);
    }
  });

  test('no hit, context or snippet names what the lists do not', async () => {
    const viewer = world.people[name];
    if (!viewer) throw new Error(`The world has ${name}.`);
    const listed = await Promise.all(storedModels.map((model) => listRecords(viewer, model, whole)));
    const known = new Set(JSON.stringify(listed).match(markPattern));
    for (const text of ['project', 'session', 'subject', 'owner', 'rival', 'rig', 'x', 'mus', 'sesion', 'pilot']) {
      const answer = JSON.stringify(await searchEverything(viewer, text, 50));
      expect(
        (answer.match(markPattern) ?? []).filter((mark) => !known.has(mark)),
        text,
      ).toEqual([]);
    }
  });
});
