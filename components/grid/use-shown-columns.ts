'use client';

import { useMemo, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import type { GridColumn } from '@/lib/declare/grid';

/** Which columns a sheet shows, in which order: as with lists its address says it, else the usual ones. The title is always there. */
export function useShownColumns(all: readonly GridColumn[], title: string) {
  const query = useSearchParams();
  const [chosen, setChosen] = useState<readonly string[] | null>(() => query.get('cols')?.split(',') ?? null);
  const columns = useMemo(() => {
    const [first, others] = [all.filter(({ name }) => name === title), all.filter(({ name }) => name !== title)];
    const shown = chosen
      ? chosen.flatMap((name) => others.find((column) => column.name === name) ?? [])
      : others.filter(({ isUsual }) => isUsual);
    return [...first, ...shown];
  }, [all, title, chosen]);

  function choose(names: readonly string[] | null) {
    setChosen(names);
    const next = new URLSearchParams(window.location.search);
    if (names) next.set('cols', names.join(','));
    else next.delete('cols');
    // The page itself need not be loaded again.
    window.history.replaceState(null, '', `${window.location.pathname}?${next}`);
  }
  return { columns, choose, isUsual: chosen === null };
}
