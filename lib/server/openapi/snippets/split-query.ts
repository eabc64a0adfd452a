import 'server-only';
import type { Parameter } from './task';

/** A query as the clients of the labs take it: by kinds of parameters. */
export type SplitQuery = {
  readonly filters: readonly Parameter[];
  readonly sort: readonly string[];
  readonly include: readonly string[];
  readonly limit: string | null;
  readonly offset: string | null;
  /** What these clients have no option for. */
  readonly others: readonly string[];
};

export function splitQuery(query: readonly Parameter[]): SplitQuery {
  const valuesOf = (name: string) => query.filter(([given]) => given === name).map(([, value]) => value);
  const filters = query.flatMap(([name, value]): Parameter[] => {
    const inner = /^filter\{(.+)\}$/.exec(name)?.[1];
    return inner === undefined ? [] : [[inner, value]];
  });
  const known = ['sort[]', 'include[]', 'limit', 'offset'];
  return {
    filters,
    sort: valuesOf('sort[]'),
    include: valuesOf('include[]'),
    limit: valuesOf('limit')[0] ?? null,
    offset: valuesOf('offset')[0] ?? null,
    others: [...new Set(query.map(([name]) => name))].filter(
      (name) => !known.includes(name) && !name.startsWith('filter{'),
    ),
  };
}

/** Why a snippet leaves something out; nothing where it does not. */
export const aboutOthers = (others: readonly string[], mark: string): string[] =>
  others.length > 0 ? [`${mark} This client has no option for ${others.join(', ')}.`] : [];
