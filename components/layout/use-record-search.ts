'use client';

import { useEffect, useState } from 'react';
import type { SearchHit, SearchRecords } from './nav';

export type SearchState = 'idle' | 'searching' | 'done' | 'failed';

interface Answer {
  query: string;
  hits: readonly SearchHit[];
  failed: boolean;
}

const waitMilliseconds = 160;

/** Asks for records while somebody types; what is shown stays until the next answer is there. */
export function useRecordSearch(query: string, search: SearchRecords | undefined) {
  const [answer, setAnswer] = useState<Answer>({ query: '', hits: [], failed: false });
  const wanted = query.trim();

  useEffect(() => {
    if (!search || wanted === '') return;
    let isStale = false;
    const timer = setTimeout(() => {
      search(wanted).then(
        (hits) => !isStale && setAnswer({ query: wanted, hits, failed: false }),
        () => !isStale && setAnswer({ query: wanted, hits: [], failed: true }),
      );
    }, waitMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, search]);

  if (!search || wanted === '') return { hits: [], state: 'idle' as SearchState };
  const state: SearchState = answer.query !== wanted ? 'searching' : answer.failed ? 'failed' : 'done';
  return { hits: answer.hits, state };
}
