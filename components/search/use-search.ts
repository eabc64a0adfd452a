'use client';

import { useEffect, useState } from 'react';
import type { RecentHit, SearchAnswer } from '@/lib/declare/search-answer';
import { readOpened } from './opened';

export type SearchState = 'searching' | 'done' | 'failed';

type Answer = Partial<SearchAnswer> & { readonly recent?: readonly RecentHit[]; readonly zone: string };
const nothing: Answer = { zone: 'UTC' };
const waitMilliseconds = 90;

/**
 * Asks the server while somebody types; with nothing typed, for what was opened last. What is shown stays until the next
 * answer is there, and a question that is out of date is broken off.
 */
export function useSearch(query: string) {
  const [given, setGiven] = useState<{ query: string | null; answer: Answer; hasFailed: boolean }>({
    query: null,
    answer: nothing,
    hasFailed: false,
  });
  const wanted = query.trim();

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        ask(wanted, abort.signal).then(
          (answer) => setGiven({ query: wanted, answer, hasFailed: false }),
          () => !abort.signal.aborted && setGiven({ query: wanted, answer: nothing, hasFailed: true }),
        );
      },
      wanted === '' ? 0 : waitMilliseconds,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  const state: SearchState = given.query !== wanted ? 'searching' : given.hasFailed ? 'failed' : 'done';
  return { answer: given.answer, state };
}

async function ask(wanted: string, signal: AbortSignal): Promise<Answer> {
  const parameters = new URLSearchParams({ opened: readOpened().join(','), ...(wanted === '' ? {} : { q: wanted }) });
  const response = await fetch(`/api/search?${parameters}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return (await response.json()) as Answer; // our own route
}
