/** The rows chosen in a list, on this page and others. Pure; the hook is in use-selection.ts. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Everything that the list finds, also what no page has shown. */
  readonly isAll: boolean;
  /** Where a range begins: the row chosen or let go last. */
  readonly last: string | null;
};

export const nothingSelected: Selection = { ids: new Set(), isAll: false, last: null };

export const everythingSelected: Selection = { ids: new Set(), isAll: true, last: null };

export const isSelected = ({ ids, isAll }: Selection, id: string): boolean => isAll || ids.has(id);

/** What is left when "all" becomes a choice of rows again: those in sight. */
const explicit = (selection: Selection, page: readonly string[]): ReadonlySet<string> =>
  selection.isAll ? new Set(page) : selection.ids;

const withEach = (ids: ReadonlySet<string>, some: readonly string[], isOn: boolean): ReadonlySet<string> => {
  const next = new Set(ids);
  for (const id of some)
    if (isOn) next.add(id);
    else next.delete(id);
  return next;
};

/** One row chosen or let go. `page` holds the ids in sight, in order. */
export function toggled(selection: Selection, id: string, page: readonly string[]): Selection {
  const isOn = !isSelected(selection, id);
  return { ids: withEach(explicit(selection, page), [id], isOn), isAll: false, last: id };
}

/** All from the last row to this one get what the last one has. Without a last row in sight it is one row. */
export function ranged(selection: Selection, id: string, page: readonly string[]): Selection {
  const [from, to] = [page.indexOf(selection.last ?? ''), page.indexOf(id)];
  if (from < 0 || to < 0) return toggled(selection, id, page);
  const between = page.slice(Math.min(from, to), Math.max(from, to) + 1);
  const isOn = isSelected(selection, selection.last ?? '');
  return { ids: withEach(explicit(selection, page), between, isOn), isAll: false, last: id };
}

/** All rows in sight chosen or let go. */
export const withPage = (selection: Selection, page: readonly string[], isOn: boolean): Selection => ({
  ids: withEach(explicit(selection, page), page, isOn),
  isAll: false,
  last: null,
});

/** How much of what is in sight is chosen. */
export function pageState(selection: Selection, page: readonly string[]): 'all' | 'some' | 'none' {
  const chosen = page.filter((id) => isSelected(selection, id)).length;
  return chosen === 0 ? 'none' : chosen === page.length ? 'all' : 'some';
}
