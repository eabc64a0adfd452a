import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { modelList } from '@/lib/models';

/** A page or route of Next.js: its folders without groups, such as `[model]`, `[id]`, `edit`. */
type Route = readonly string[];

const routes: Route[] = globSync('**/{page.tsx,route.ts}', { cwd: import.meta.dirname }).map((file) =>
  path
    .dirname(file)
    .split(path.sep)
    .filter((segment) => segment !== '.' && !segment.startsWith('(')),
);
const derived = routes.filter(([first]) => first === '[model]');
const isDynamic = (segment: string | undefined) => segment?.startsWith('[') === true;
const isRest = (segment: string | undefined) => segment?.includes('...') === true;

/** Whether a route answers an address. */
function answers(route: Route, address: readonly string[]): boolean {
  const [segment, ...rest] = route;
  if (segment === undefined) return address.length === 0;
  if (isRest(segment)) return address.length > 0 || segment.startsWith('[[');
  return address.length > 0 && (isDynamic(segment) || segment === address[0]) && answers(rest, address.slice(1));
}

/** Next.js tries what is exact before what is dynamic, segment by segment. */
const weight = (route: Route) => route.map((segment) => (isRest(segment) ? 2 : isDynamic(segment) ? 1 : 0)).join('');

const chosenFor = (address: readonly string[]): Route | undefined =>
  routes.filter((route) => answers(route, address)).toSorted((a, b) => (weight(a) < weight(b) ? -1 : 1))[0];

/** The same page after the kind of record: a real folder that takes the place of a derived page on purpose. */
const isSame = (chosen: Route | undefined, wanted: Route) =>
  chosen?.length === wanted.length &&
  wanted
    .slice(1)
    .every((segment, index) => (isDynamic(segment) ? isDynamic(chosen[index + 1]) : segment === chosen[index + 1]));

/** Kinds with a list of their own, in a folder of the name of their path. */
const ownLists = ['approvals', 'invitations'];

it('knows the pages of every kind', () => {
  const pages = derived.map((route) => route.join('/'));
  for (const page of ['', '/new', '/[id]', '/[id]/edit', '/[id]/access', '/[id]/history'])
    expect(pages).toContain(`[model]${page}`);
});

it.each(modelList.map(({ path: name }) => [name]))('no folder stands before a page of /%s', (name) => {
  for (const wanted of derived) {
    const address = wanted.map((segment, index) => (index === 0 ? name : isDynamic(segment) ? 'some-id' : segment));
    const chosen = chosenFor(address);
    expect(isSame(chosen, wanted), `/${address.join('/')} is answered by app/${chosen?.join('/')}`).toBe(true);
    const isOwn = chosen?.length === 1 && chosen[0] !== '[model]';
    expect(isOwn && !ownLists.includes(name), `/${name} is a page of its own`).toBe(false);
  }
});
