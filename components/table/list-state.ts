/** What a list shows, as its address says: `?q=&sort=-date_time&page=2&size=50&f.sex=M&cols=name,sex`. */
export type ListState = {
  readonly q: string;
  /** A field, `-` before it for descending; empty is the model's own order. */
  readonly sort: string;
  /** Counted from 1. */
  readonly page: number;
  readonly size: number;
  readonly filters: Readonly<Record<string, string>>;
  /** Names of the columns shown; null for the usual ones. */
  readonly cols: readonly string[] | null;
  /** The saved view that it began with, or `all` where the list would else open with one; null for none. */
  readonly view: string | null;
};

/** In place of a view: everything. */
export const wholeList = 'all';

export const sizes = [25, 50, 100, 200] as const;
const sizeUsual = 50;
/** Pages go as far as counts do; narrowing, sorting the other way and exporting are the ways to the rest. */
export const reachMax = 10_000;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
const filterPrefix = 'f.';
const textMax = 500;

const first = (value: Params[string]): string => ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, textMax);

/** Reads an address; whatever it says wrongly counts as not said. */
export function parseListState(params: Params): ListState {
  const page = Number(first(params.page));
  const size = sizes.find((one) => one === Number(first(params.size))) ?? sizeUsual;
  const filters = Object.entries(params).flatMap(([key, value]) =>
    key.startsWith(filterPrefix) && first(value) ? [[key.slice(filterPrefix.length), first(value)]] : [],
  );
  const cols = first(params.cols).split(',').filter(Boolean);
  return {
    q: first(params.q).trim(),
    sort: /^-?[a-z][a-z0-9_]*$/.test(first(params.sort)) ? first(params.sort) : '',
    page: Number.isInteger(page) && page > 0 && (page - 1) * size <= reachMax ? page : 1,
    size,
    filters: Object.fromEntries(filters),
    cols: cols.length > 0 ? cols : null,
    view: first(params.view) || null,
  };
}

/** The address of a state below a path; what is usual is left out. */
export function listHref(path: string, { q, sort, page, size, filters, cols, view }: ListState): string {
  const query = new URLSearchParams();
  if (view) query.set('view', view);
  if (q) query.set('q', q);
  if (sort) query.set('sort', sort);
  for (const [name, value] of Object.entries(filters)) if (value) query.set(`${filterPrefix}${name}`, value);
  if (cols) query.set('cols', cols.join(','));
  if (size !== sizeUsual) query.set('size', String(size));
  // A view alone would be read as what was saved.
  if (page > 1 || (view && view !== wholeList)) query.set('page', String(page));
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}

/** What of a state decides which records are listed, as a query: its search and its filters. */
export const narrowingOf = ({ q, filters }: ListState): string =>
  listHref('', { q, filters, sort: '', page: 1, size: sizeUsual, cols: null, view: null }).slice(1);

/** A state as a query without its page: what is listed, in which order, with which columns. */
export const listingOf = (state: ListState): string => listHref('', { ...state, page: 1, view: null }).slice(1);

/** A change that alters what is listed goes back to the first page. */
export const withChange = (state: ListState, change: Partial<ListState>): ListState => ({
  ...state,
  page: 1,
  ...change,
});

/** The state with one filter set, or taken away by an empty value. */
export function withFilter(state: ListState, name: string, value: string | null): ListState {
  const { [name]: _old, ...others } = state.filters;
  return withChange(state, { filters: value ? { ...others, [name]: value } : others });
}

/** Sorting by a column: first ascending, then descending, then the usual order again. */
export function nextSort(current: string, column: string): string {
  if (current === column) return `-${column}`;
  return current === `-${column}` ? '' : column;
}
