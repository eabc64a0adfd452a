'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState, useTransition, type ReactNode } from 'react';
import type { Field } from '@/lib/declare/model';
import type { RemovalOfManyActions } from '../bulk/actions';
import type { FieldSource, Titles } from '../fields/field-parts';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { ColumnsMenu } from './columns-menu';
import { DataTable, type TableColumn, type TableRow } from './data-table';
import { FilterBar } from './filter-bar';
import { listHref, narrowingOf, withChange, withFilter, type ListState } from './list-state';
import { SearchBox } from './search-box';
import { SelectionBar } from './selection-bar';
import { useSelection } from './use-selection';

export type ListLookups = Pick<FieldSource, 'search' | 'words'>;

interface ListViewProps {
  path: string;
  /** "Subjects" */
  label: string;
  /** "Subject" */
  labelOfOne: string;
  state: ListState;
  filters: readonly (readonly [string, Field])[];
  /** How each filter in force reads. */
  active: readonly { readonly name: string; readonly text: string }[];
  titles: Titles;
  lookups: ListLookups;
  columns: readonly TableColumn[];
  /** Every column there is, in order. */
  choosable: readonly { readonly name: string; readonly label: string }[];
  rows: readonly TableRow[];
  /** How many the list finds, and how that reads. */
  count: number;
  total: string;
  removal: RemovalOfManyActions | null;
  /** What stands in place of an empty table. */
  empty: ReactNode;
  pagination: ReactNode;
}

/** A list with its search, filters, columns, pages and chosen rows. All of its state but the choice is in the address. */
export function ListView(props: ListViewProps) {
  const { path, label, state, filters, active, titles, lookups, columns, choosable, rows } = props;
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [isOpen, setOpen] = useState(false);
  const [hidden, setHidden] = useState<Readonly<Record<string, boolean>>>({});
  const shown = columns.map(({ name }) => name);
  const page = useMemo(() => rows.map(({ id }) => id), [rows]);
  const narrowing = narrowingOf(state);
  const { selection, rows: selectable, selectAll, clear } = useSelection(narrowing, page);
  const nouns = { one: props.labelOfOne.toLowerCase(), many: label.toLowerCase() };

  function go(next: ListState, { replace = false } = {}) {
    const href = listHref(path, next);
    startTransition(() => (replace ? router.replace(href, { scroll: false }) : router.push(href, { scroll: false })));
  }

  function toggle(name: string, isShown: boolean) {
    setHidden({ ...hidden, [name]: !isShown });
    const next = choosable
      .map((column) => column.name)
      .filter((one) => (one === name ? isShown : shown.includes(one) && !hidden[one]));
    go({ ...state, cols: next }, { replace: true });
  }

  const source = useMemo<FieldSource>(
    () => ({ ...lookups, candidates: async () => [], titleOf: (model, id) => titles[model]?.[id] }),
    [lookups, titles],
  );

  return (
    <div aria-busy={pending}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <SearchBox
          key={path}
          label={label}
          value={state.q}
          onChange={(q) => go(withChange(state, { q }), { replace: true })}
        />
        <Button aria-expanded={isOpen} aria-controls="list-filters" onClick={() => setOpen(!isOpen)}>
          <SlidersHorizontal aria-hidden />
          Filters
          {active.length > 0 ? (
            <span className="rounded bg-accent/15 px-1 text-xs text-accent tabular-nums">{active.length}</span>
          ) : null}
        </Button>
        <ColumnsMenu
          choosable={choosable.slice(1)}
          isShown={(name) => shown.includes(name) && !hidden[name]}
          onToggle={toggle}
          onReset={state.cols === null ? null : () => go({ ...state, cols: null }, { replace: true })}
          size={state.size}
          onSize={(size) => go(withChange(state, { size }))}
        />
        {active.map(({ name, text }) => (
          <button
            key={name}
            type="button"
            onClick={() => go(withFilter(state, name, null))}
            className="inline-flex h-7 max-w-full items-center gap-1 rounded-md border border-accent/30 bg-accent/10 px-2 text-sm text-accent hover:border-accent"
            title="Remove this filter"
          >
            <span className="truncate">{text}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        ))}
        {active.length > 1 ? (
          <Button variant="link" onClick={() => go(withChange(state, { filters: {} }))}>
            Clear all
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <FilterBar
          filters={filters}
          values={state.filters}
          source={source}
          onChange={(name, value) => go(withFilter(state, name, value), { replace: true })}
        />
      ) : null}
      <div className={cn('transition-opacity', pending && 'opacity-60')}>
        {rows.length > 0 ? (
          <DataTable label={label} columns={columns} rows={rows} hidden={hidden} selection={selectable} />
        ) : (
          <div className="border-y">{props.empty}</div>
        )}
        {rows.length > 0 || state.page > 1 ? props.pagination : null}
      </div>
      {selection.isAll || selection.ids.size > 0 ? (
        <SelectionBar
          selection={selection}
          target={
            selection.isAll
              ? { path: path.slice(1), query: narrowing }
              : { path: path.slice(1), ids: [...selection.ids] }
          }
          nouns={nouns}
          removal={props.removal}
          total={props.total}
          isWhole={selection.isAll || selection.ids.size >= props.count}
          onSelectAll={selectAll}
          onClear={clear}
        />
      ) : null}
    </div>
  );
}
