import 'server-only';
import type { Hit, HitGroup, RecentHit, SearchAnswer } from '@/lib/declare/search-answer';
import { isPart, isSearched, parseSearch, type SearchQuery } from '@/lib/declare/search-query';
import type { Model } from '@/lib/declare/model';
import { scopeLink } from '@/lib/declare/tables';
import { modelNamed, storedModels } from '@/lib/models';
import { mayAsk } from '../access';
import { findDirectly } from '../queries/search/direct';
import { findLinked, findLinkedAlike } from '../queries/search/linked';
import { ranks, type Found, type FoundOfKind } from '../queries/search/match';
import { findOrdinary, findOrdinaryAlike } from '../queries/search/ordinary';
import { findParts, findPartsOf } from '../queries/search/parts';
import { present, type Presented } from '../queries/search/present';
import { recentIds } from '../queries/search/recent';
import type { UserViewer } from '../viewer';
import { snippetOf } from './snippet';

/** Every kind that one search looks through. */
export const searchedModels: readonly Model[] = storedModels.filter(isSearched);
/** Below so many, it is asked too what is called alike. */
const few = 3;
const guessedLength = 3;

/**
 * What the viewer may read and looks for, by kind; the kind with the best hit first, what stands on the pages of others
 * last. Among equals what they have opened of late (`sessions/…`) comes first.
 */
export async function searchEverything(
  viewer: UserViewer,
  given: string,
  limit = 5,
  opened: readonly string[] = [],
): Promise<SearchAnswer> {
  const wanted = parseSearch(given, searchedModels);
  const models = searchedModels.filter((model) => mayAsk(viewer, model) && [null, model.name].includes(wanted.kind));
  if (wanted.words.length === 0) return { groups: [], words: [], isGuess: false };
  const whole = models.filter((model) => !isPart(model));
  const direct =
    wanted.record || wanted.number !== null ? await findDirectly(viewer, directModels(wanted, models), wanted) : [];
  const byName =
    wanted.record || (wanted.text.startsWith('#') && wanted.number !== null)
      ? []
      : await findByWords(viewer, whole, wanted, limit);
  const named = joined(direct, byName);
  const isWhole = (wanted.record ?? wanted.number) !== null || isExact(named);
  const found = [...named, ...(isWhole ? [] : await findAmongParts(viewer, models.filter(isPart), wanted, limit + 1))];
  const total = found.reduce((sum, { found: some }) => sum + some.length, 0);
  const mayGuess = total < few && !isExact(found) && !wanted.record && wanted.text.length >= guessedLength;
  const guesses = mayGuess ? await findAlike(viewer, whole, wanted, limit) : [];
  const all = joined(found, guesses).filter(({ found: some }) => some.length > 0);
  return {
    groups: await groupsOf(
      viewer,
      all.map((one) => openedFirst(one, opened)),
      wanted,
      limit,
    ),
    words: wanted.words,
    isGuess: total === 0 && all.length > 0,
  };
}

/** Somebody typed what something is called. */
const isExact = (found: readonly FoundOfKind[]): boolean =>
  found.some(({ found: some }) => some[0]?.rank === ranks.exact);

/** Who names a kind of parts wants all that it has; else only what is rare is worth the look. */
const findAmongParts = async (viewer: UserViewer, parts: readonly Model[], wanted: SearchQuery, limit: number) =>
  wanted.kind === null
    ? findParts(viewer, parts, wanted, limit)
    : (await Promise.all(parts.map((model) => findPartsOf(viewer, model, wanted, limit)))).flat();

function openedFirst(of: FoundOfKind, opened: readonly string[]): FoundOfKind {
  const isOpened = ({ id }: Found) => Number(opened.includes(`${of.model.path}/${id}`));
  return { ...of, found: of.found.toSorted((a, b) => a.rank - b.rank || isOpened(b) - isOpened(a)) };
}

/** An id may be that of a record without a page in the navigation: of an epoch, of an entry. */
const directModels = ({ kind, record }: SearchQuery, models: readonly Model[]): readonly Model[] =>
  record && kind === null ? storedModels : models;

const isLinked = (model: Model): boolean => scopeLink(model) !== null;

async function findByWords(viewer: UserViewer, models: readonly Model[], wanted: SearchQuery, limit: number) {
  // One more than is shown tells whether there are more.
  const found = await Promise.all([
    findOrdinary(
      viewer,
      models.filter((model) => !isLinked(model)),
      wanted,
      limit + 1,
    ),
    ...models.filter(isLinked).map(async (model) => [await findLinked(viewer, model, wanted, limit + 1)]),
  ]);
  return found.flat();
}

async function findAlike(viewer: UserViewer, models: readonly Model[], wanted: SearchQuery, limit: number) {
  const found = await Promise.all([
    findOrdinaryAlike(
      viewer,
      models.filter((model) => !isLinked(model)),
      wanted,
      limit,
    ),
    ...models.filter(isLinked).map(async (model) => [await findLinkedAlike(viewer, model, wanted, limit)]),
  ]);
  return found.flat();
}

/** The same kinds together, each record once; what comes first stays first. */
function joined(first: readonly FoundOfKind[], second: readonly FoundOfKind[]): FoundOfKind[] {
  const kinds = new Map(first.map((one) => [one.model.name, one]));
  for (const { model, found, count } of second) {
    const before = kinds.get(model.name);
    const fresh = found.filter(({ id }) => !before?.found.some((one) => one.id === id));
    kinds.set(model.name, { model, found: [...(before?.found ?? []), ...fresh], count: before?.count ?? count });
  }
  return [...kinds.values()];
}

const order = new Map(searchedModels.map(({ name }, index) => [name, index]));

async function groupsOf(
  viewer: UserViewer,
  all: readonly FoundOfKind[],
  wanted: SearchQuery,
  limit: number,
): Promise<HitGroup[]> {
  const best = ({ found }: FoundOfKind) => found[0]?.rank ?? ranks.typo;
  const place = ({ model }: FoundOfKind) => order.get(model.name) ?? searchedModels.length;
  const sorted = [...all].sort(
    (a, b) => Number(isPart(a.model)) - Number(isPart(b.model)) || best(a) - best(b) || place(a) - place(b),
  );
  const groups = await Promise.all(
    sorted.map(async ({ model, found, count }) => {
      const shown = await present(
        viewer,
        model,
        found.slice(0, limit).map(({ id }) => id),
      );
      return groupOf(model, shown, wanted, found.length > limit, count);
    }),
  );
  return groups.filter(({ hits }) => hits.length > 0);
}

function groupOf(
  model: Model,
  shown: readonly Presented[],
  wanted: SearchQuery,
  hasMore: boolean,
  count: number | null,
): HitGroup {
  return {
    kind: model.name,
    label: model.labelPlural,
    path: model.path,
    icon: model.icon,
    hits: shown.map((one) => hitOf(one, wanted.words)),
    hasMore,
    count: hasMore && count !== null && count > shown.length ? count : null,
  };
}

function hitOf({ href, title, context, body }: Presented, words: readonly string[]): Hit {
  const snippet = snippetOf([title, ...context.filter((part) => typeof part === 'string')], body, words);
  return { href, title, context, ...(snippet ? { snippet } : {}) };
}

const recentMax = 6;

/**
 * What somebody may want to go back to: the records at those addresses (`sessions/…`) as far as they may still read them, then
 * what changed last.
 */
export async function recentRecords(viewer: UserViewer, opened: readonly string[]): Promise<RecentHit[]> {
  const wanted = opened.slice(0, recentMax).map((address) => parseSearch(`/${address}`, []));
  const found = await Promise.all(wanted.map((one) => (one.record ? findDirectly(viewer, [], one) : [])));
  const refs = found.flat().flatMap(({ model, found: some }) => some.map(({ id }) => ({ model, id })));
  if (refs.length < recentMax)
    for (const model of searchedModels.filter((one) => isLinked(one) && mayAsk(viewer, one)))
      for (const id of await recentIds(viewer, model, recentMax - refs.length > 3 ? 3 : recentMax - refs.length))
        if (!refs.some((one) => one.id === id)) refs.push({ model, id });
  return presentInOrder(viewer, refs.slice(0, recentMax));
}

async function presentInOrder(viewer: UserViewer, refs: readonly { model: Model; id: string }[]) {
  const names = [...new Set(refs.map(({ model }) => model.name))];
  const shown = await Promise.all(
    names.map(async (name) => {
      const model = modelNamed(name);
      const some = await present(
        viewer,
        model,
        refs.filter((one) => one.model === model).map(({ id }) => id),
      );
      return some.map((one) => [one.key, { ...hitOf(one, []), icon: model.icon, kind: model.label }] as const);
    }),
  );
  const byKey = new Map(shown.flat());
  return refs.flatMap(({ id }) => byKey.get(id) ?? []);
}
