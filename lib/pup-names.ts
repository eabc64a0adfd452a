import { nextName } from './next-name';

/** The first free names from one on: `M084`, `M085`, …, leaving out those that are taken. */
export function pupNames(first: string, count: number, taken: Iterable<string>): string[] {
  const used = new Set(taken);
  const names: string[] = [];
  let name = used.has(first) ? nextName(first, used) : first;
  while (names.length < count) {
    names.push(name);
    used.add(name);
    name = nextName(name, used);
  }
  return names;
}

/** What the names of a row begin with, before their number. */
export const stemOf = (name: string): string => name.replace(/\s*\d+$/, '');
