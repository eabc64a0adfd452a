'use client';

import { Columns3, Search, SlidersHorizontal, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, useTransition, type ReactNode } from 'react';
import type { Field } from '@/lib/declare/model';
import type { FieldSource, Titles } from '../fields/field-parts';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { DropdownMenu, MenuCheckbox, MenuItem, MenuLabel, MenuSeparator } from '../ui/dropdown-menu';
import { Input } from '../ui/input';
import { DataTable, type TableColumn, type TableRow } from './data-table';
import { FilterBar } from './filter-bar';
import { listHref, sizes, withChange, withFilter, type ListState } from './list-state';

export type ListLookups = Pick<FieldSource, 'search' | 'words'>;

interface ListViewProps {
  path: string;
  /** "Subjects" */
  label: string;
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
  /** What stands in place of an empty table. */
  empty: ReactNode;
  pagination: ReactNode;
}

/** A list with its search, filters, columns and pages. All of its state is in the address. */
export function ListView({
  path,
  label,
  state,
  filters,
  active,
  titles,
  lookups,
  columns,
  choosable,
  rows,
  empty,
  pagination,
}: ListViewProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [isOpen, setOpen] = useState(false);
  const [hidden, setHidden] = useState<Readonly<Record<string, boolean>>>({});
  const shown = columns.map(({ name }) => name);

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
        <DropdownMenu
          trigger={
            <Button className="max-sm:hidden">
              <Columns3 aria-hidden />
              Columns
            </Button>
          }
        >
          <div className="max-h-[60vh] overflow-y-auto">
            {choosable.slice(1).map(({ name, label: text }) => (
              <MenuCheckbox
                key={name}
                value={shown.includes(name) && !hidden[name]}
                onChange={(value) => toggle(name, value)}
              >
                {text}
              </MenuCheckbox>
            ))}
            <MenuSeparator />
            <MenuItem disabled={state.cols === null} onSelect={() => go({ ...state, cols: null }, { replace: true })}>
              Usual columns
            </MenuItem>
            <MenuSeparator />
            <MenuLabel>Rows on a page</MenuLabel>
            {sizes.map((size) => (
              <MenuCheckbox key={size} value={state.size === size} onChange={() => go(withChange(state, { size }))}>
                {size}
              </MenuCheckbox>
            ))}
          </div>
        </DropdownMenu>
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
          <DataTable label={label} columns={columns} rows={rows} hidden={hidden} />
        ) : (
          <div className="border-y">{empty}</div>
        )}
        {rows.length > 0 || state.page > 1 ? pagination : null}
      </div>
    </div>
  );
}

const typingMilliseconds = 250;

function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useRef(onChange);
  send.current = onChange;

  // The address can change from outside: back, a cleared search.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      send.current(sent.current);
    }, typingMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <form
      role="search"
      className="relative w-full sm:w-72"
      onSubmit={(event) => {
        event.preventDefault();
        sent.current = text.trim();
        onChange(sent.current);
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        type="search"
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder={`Search ${label.toLowerCase()}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="pl-8"
      />
    </form>
  );
}
