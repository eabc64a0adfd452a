'use client';

import { useMemo, useState } from 'react';
import {
  everythingSelected,
  isSelected,
  nothingSelected,
  pageState,
  ranged,
  toggled,
  withPage,
  type Selection,
} from './selection';

/** What a table needs to know of the rows chosen in it. */
export type RowSelection = {
  has(id: string): boolean;
  /** Chooses a row or lets it go; a range from the last one with Shift. */
  toggle(id: string, isRange: boolean): void;
  readonly page: 'all' | 'some' | 'none';
  setPage(isOn: boolean): void;
};

/**
 * The rows chosen in a list. They stay while one pages and sorts; another search or filter (`narrowing`) begins anew, since
 * what was chosen may no longer be in the list.
 */
export function useSelection(narrowing: string, page: readonly string[]) {
  const [state, setState] = useState<{ of: string; selection: Selection }>({
    of: narrowing,
    selection: nothingSelected,
  });
  const selection = state.of === narrowing ? state.selection : nothingSelected;
  return useMemo(() => {
    const set = (next: Selection) => setState({ of: narrowing, selection: next });
    const rows: RowSelection = {
      has: (id) => isSelected(selection, id),
      toggle: (id, isRange) => set((isRange ? ranged : toggled)(selection, id, page)),
      page: pageState(selection, page),
      setPage: (isOn) => set(withPage(selection, page, isOn)),
    };
    return {
      selection,
      rows,
      selectAll: () => set(everythingSelected),
      clear: () => set(nothingSelected),
    };
  }, [selection, narrowing, page]);
}
