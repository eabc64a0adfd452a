'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { withChange, withFilter, type ListState } from './list-state';
import { SearchBox } from './search-box';

interface ListToolbarProps {
  /** "Subjects" */
  label: string;
  state: ListState;
  /** How each filter in force reads. */
  active: readonly { readonly name: string; readonly text: string }[];
  isFiltering: boolean;
  onFilters: () => void;
  onChange: (state: ListState, options?: { replace?: boolean }) => void;
  /** More buttons. */
  children: ReactNode;
}

/** The search of a list, its buttons, and the filters in force as words. */
export function ListToolbar({ label, state, active, isFiltering, onFilters, onChange, children }: ListToolbarProps) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <SearchBox
        label={label}
        value={state.q}
        onChange={(q) => onChange(withChange(state, { q }), { replace: true })}
      />
      <Button aria-expanded={isFiltering} aria-controls="list-filters" onClick={onFilters}>
        <SlidersHorizontal aria-hidden />
        Filters
        {active.length > 0 ? (
          <span className="rounded bg-accent/15 px-1 text-xs text-accent tabular-nums">{active.length}</span>
        ) : null}
      </Button>
      {children}
      {active.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          onClick={() => onChange(withFilter(state, name, null))}
          className="inline-flex h-7 max-w-full items-center gap-1 rounded-md border border-accent/30 bg-accent/10 px-2 text-sm text-accent hover:border-accent"
          title="Remove this filter"
        >
          <span className="truncate">{text}</span>
          <X aria-hidden className="size-3.5 shrink-0" />
        </button>
      ))}
      {active.length > 0 ? (
        <Button variant="link" onClick={() => onChange(withChange(state, { filters: {} }))}>
          {active.length > 1 ? 'Clear all' : `Show all ${label.toLowerCase()}`}
        </Button>
      ) : null}
    </div>
  );
}
