import 'server-only';
import { isReferences, type Model } from '@/lib/declare/model';
import type { Locked } from './lock';
import { stable } from './stable-json';
import type { Changing } from './update-many';
import { OneByOne } from './write-together';

/** What a record's own fields say in a unique key; null where they say nothing. Lists are told apart by their own index. */
function keyIn(model: Model, names: readonly string[], values: Readonly<Record<string, unknown>>): string | null {
  const own = names.filter((name) => model.fields[name] && !isReferences(model.fields[name]));
  const given = own.map((name) => values[name] ?? null);
  return given.every((value) => value === null) ? null : stable(given);
}

/** Refuses to change a record twice at once: the second change is of what the first has left. @throws OneByOne */
export function refuseTwice(records: readonly (Locked | undefined)[]): void {
  const found = records.flatMap((locked) => locked?.id ?? []);
  if (new Set(found).size < found.length) throw new OneByOne();
}

/**
 * Refuses to write records together whose order counts: one that takes the name that another gives up, and links to others of
 * the same model, which rules look at.
 * @throws OneByOne
 */
export function refuseWhereOrderCounts(model: Model, rows: readonly Changing[]): void {
  if (rows.length < 2) return;
  const linksItself = (name: string) => {
    const field = model.fields[name];
    return field !== undefined && 'to' in field && field.to === model.name;
  };
  if (rows.some(({ changed }) => Object.keys(changed).some(linksItself))) throw new OneByOne();
  for (const names of model.unique ?? []) {
    const givenUp = new Map<string, string>();
    for (const { locked, current } of rows) {
      const key = keyIn(model, names, current);
      if (key !== null) givenUp.set(key, locked.id);
    }
    const isPassedOn = rows.some(({ locked, current, changed }) => {
      if (!names.some((name) => name in changed)) return false;
      const owner = givenUp.get(keyIn(model, names, { ...current, ...changed }) ?? '');
      return owner !== undefined && owner !== locked.id;
    });
    if (isPassedOn) throw new OneByOne();
  }
}
