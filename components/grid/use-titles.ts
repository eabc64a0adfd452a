'use client';

import { useCallback, useState } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import type { Option } from '../ui/option';

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What ids in cells stand for, as far as a completion has told: twins are named by their ids. */
export function useTitles() {
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const learn = useCallback((options: readonly Option[]) => {
    setTitles((before) => {
      const more = options.filter(({ value, label }) => before[value] !== label);
      if (more.length === 0) return before;
      return { ...before, ...Object.fromEntries(more.map(({ value, label }) => [value, label])) };
    });
  }, []);
  const shownText = useCallback(
    ({ links }: GridColumn, text: string) => (links ? text.replaceAll(uuids, (id) => titles[id] ?? id) : text),
    [titles],
  );
  return { learn, shownText };
}
