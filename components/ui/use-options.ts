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

/** Options whose label, value or description contain every word of the query, those that begin with it first. */
export function matching(options: readonly Option[], query: string): readonly Option[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const start = words.join(' ');
  const hits = options.filter((option) => {
    const text = `${option.label} ${option.value} ${option.description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = (option: Option) => (option.label.toLowerCase().startsWith(start) ? 0 : 1);
  return hits.toSorted((a, b) => rank(a) - rank(b));
}
