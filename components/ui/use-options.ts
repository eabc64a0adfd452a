'use client';

import { useEffect, useState } from 'react';
import { refusalIn, type Option } from './option';

export type LoadOptions = (query: string) => Promise<readonly Option[]>;

interface Loaded {
  query: string;
  load: LoadOptions;
  options: readonly Option[];
  failure: string | null;
}

const failed = 'Could not load. Type again to retry.';

export interface OptionsState {
  options: readonly Option[];
  status: 'ready' | 'loading' | 'failed';
  /** Why it failed. */
  failure?: string;
}

/** The options for a query: those given, filtered, or those loaded (150 ms after the last key; late answers are dropped). */
export function useOptions(
  open: boolean,
  query: string,
  given: readonly Option[] | undefined,
  load: LoadOptions | undefined,
): OptionsState {
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  useEffect(() => {
    if (!open || !load) return;
    let current = true;
    const timer = setTimeout(
      () =>
        load(query).then(
          (options) => current && setLoaded({ query, load, ...read(options) }),
          () => current && setLoaded({ query, load, options: [], failure: failed }),
        ),
      query === '' ? 0 : 150,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [open, query, load]);

  if (!load) return { options: matching(given ?? [], query), status: 'ready' };
  const fresh = loaded?.query === query && loaded.load === load;
  if (fresh && loaded.failure !== null) return { options: [], status: 'failed', failure: loaded.failure };
  // While the next ones load, the last ones stay: a list that blinks cannot be read.
  return { options: loaded?.load === load ? loaded.options : [], status: fresh ? 'ready' : 'loading' };
}

function read(options: readonly Option[]): Pick<Loaded, 'options' | 'failure'> {
  const failure = refusalIn(options);
  return { options: failure === null ? options : [], failure };
}

/**
 * Options whose label, value or description contain every word of the query, those that begin with it first, then those that
 * are only called so by some; these say by what they were found.
 */
export function matching(options: readonly Option[], query: string): readonly Option[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const start = words.join(' ');
  const hits = options.flatMap((option): { option: Option; rank: number }[] => {
    const text = `${option.label} ${option.value} ${option.description ?? ''}`.toLowerCase();
    if (words.every((word) => text.includes(word)))
      return [{ option, rank: option.label.toLowerCase().startsWith(start) ? 0 : 1 }];
    const called = option.words?.filter((one) => words.some((word) => one.toLowerCase().includes(word))) ?? [];
    const wider = `${text} ${called.join(' ').toLowerCase()}`;
    if (!words.every((word) => wider.includes(word))) return [];
    const description = [option.description, called.slice(0, 3).join(', ')].filter(Boolean).join(' · ');
    return [{ option: { ...option, description }, rank: 2 }];
  });
  return hits.toSorted((a, b) => a.rank - b.rank).map(({ option }) => option);
}
