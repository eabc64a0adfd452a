'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useOptimistic, useState, useTransition, type ReactNode } from 'react';
import type { BulkActionsProps } from '../bulk/bulk-actions';
import type { FieldSource, Showing } from '../fields/field-parts';
import { cn } from '../ui/cn';
import { Dialog } from '../ui/dialog';
import { onDemand } from '../ui/on-demand';
import { Skeleton } from '../ui/skeleton';
import { ColumnsMenu } from './columns-menu';
import { DataTable, type TableColumn, type TableRow } from './data-table';
import { ExportMenu } from './export-menu';
import type { FilterField } from './filters';
import { listHref, listingOf, narrowingOf, withFilter, type ListState } from './list-state';
import type { LoadCard } from './row-card-types';
import { ListToolbar } from './list-toolbar';
import { SelectionBar } from './selection-bar';
import { useSelection } from './use-selection';
import { SaveViewButton } from './save-view-button';
import { ViewTabs } from './view-tabs';
import type { ListViews } from './view-types';

const FilterBar = onDemand(async () => (await import('./filter-bar')).FilterBar);

export type ListLookups = Pick<FieldSource, 'search' | 'words'>;

interface ListViewProps extends Pick<BulkActionsProps, 'hasGrid' | 'hasRound' | 'changes' | 'removal'> {
  path: string;
  /** "Subjects" */
  label: string;
  /** "Subject" */
  labelOfOne: string;
  state: ListState;
  filters: readonly FilterField[];
  /** How each filter in force reads. */
  active: readonly { readonly name: string; readonly text: string }[];
  showing: Pick<Showing, 'titles' | 'zone'>;
  lookups: ListLookups;
  columns: readonly TableColumn[];
  /** Every column there is, the title first. */
  choosable: readonly { readonly name: string; readonly label: string }[];
  rows: readonly TableRow[];
  /** How many the list finds, and how that reads. */
  count: number;
  total: string;
  views: ListViews;
  loadCard: LoadCard;
  /** What stands in place of an empty table. */
  empty: ReactNode;
  pagination: ReactNode;
}

type Filtering = 'panel' | 'sheet' | null;

/** A list with its search, filters, columns, pages and chosen rows. All of its state but the choice is in the address. */
export function ListView(props: ListViewProps) {
  const { path, label, state, columns, choosable, rows, showing } = props;
  const [filtering, setFiltering] = useState<Filtering>(null);
  const { wanted, go, choose, pending, shown, hidden } = useListAddress(path, state, columns);
  const page = useMemo(() => rows.map(({ id }) => id), [rows]);
  const [narrowing, listing] = [narrowingOf(state), listingOf(state)];
  const { selection, rows: selectable, selectAll, clear } = useSelection(narrowing, page);
  const nouns = { one: props.labelOfOne.toLowerCase(), many: label.toLowerCase() };
  const target = path.slice(1);
  const source = useFieldSource(props.lookups, showing.titles);

  const filterBar = (
    <FilterBar
      meanwhile={<Skeleton className="h-28" />}
      filters={props.filters}
      values={wanted.filters}
      source={source}
      zone={showing.zone}
      onChange={(name, value) => go(withFilter(wanted, name, value), { replace: true })}
    />
  );
  return (
    <div aria-busy={pending}>
      <ViewTabs path={target} label={label} views={props.views} listing={listing} />
      <ListToolbar
        key={path}
        label={label}
        state={wanted}
        active={props.active}
        isFiltering={filtering !== null}
        onFilters={() => setFiltering(filtering ? null : isNarrow() ? 'sheet' : 'panel')}
        onChange={go}
      >
        <ColumnsMenu
          choosable={choosable.slice(1)}
          shown={shown.slice(1)}
          onChange={choose}
          onReset={state.cols === null ? null : () => go({ ...wanted, cols: null }, { replace: true })}
        />
        <SaveViewButton path={target} views={props.views} listing={listing} />
        {rows.length > 0 ? (
          <ExportMenu path={target} query={listing} what={`All ${props.total} ${nouns.many}`} />
        ) : null}
      </ListToolbar>
      {filtering === 'panel' ? (
        <div id="list-filters" className="mb-3 border-t py-3">
          {filterBar}
        </div>
      ) : null}
      {filtering === 'sheet' ? (
        <Dialog open onOpenChange={() => setFiltering(null)} title="Filters">
          {filterBar}
        </Dialog>
      ) : null}
      <div className={cn('transition-opacity', pending && 'opacity-60')}>
        {rows.length > 0 ? (
          <DataTable
            label={label}
            columns={columns}
            rows={rows}
            hidden={hidden}
            selection={selectable}
            loadCard={props.loadCard}
          />
        ) : (
          <div className="border-y">{props.empty}</div>
        )}
        {rows.length > 0 || state.page > 1 ? props.pagination : null}
      </div>
      {selection.isAll || selection.ids.size > 0 ? (
        <SelectionBar
          selection={selection}
          target={selection.isAll ? { path: target, query: narrowing } : { path: target, ids: [...selection.ids] }}
          listing={listing}
          nouns={nouns}
          hasGrid={props.hasGrid}
          hasRound={props.hasRound}
          changes={props.changes}
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

/** On a phone a panel above the list would push it out of sight. */
const isNarrow = () => window.matchMedia('(width < 40rem)').matches;

/**
 * The address of the list: where a change of its state leads, and what is shown until the server has answered. `wanted` is the
 * state with every change so far, on which the next one builds: a slow answer takes none of them back.
 */
function useListAddress(path: string, state: ListState, columns: readonly TableColumn[]) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [wanted, setWanted] = useOptimistic(state);
  const names = useMemo(() => columns.map(({ name }) => name), [columns]);
  const [shown, setShown] = useOptimistic<readonly string[]>(names);
  const hidden = useMemo(
    () => Object.fromEntries(names.filter((name) => !shown.includes(name)).map((name) => [name, true])),
    [names, shown],
  );

  function go(next: ListState, { replace = false } = {}) {
    const href = listHref(path, next);
    startTransition(() => {
      setWanted(next);
      if (replace) router.replace(href, { scroll: false });
      else router.push(href, { scroll: false });
    });
  }

  /** Other columns besides the title. */
  function choose(chosen: readonly string[]) {
    startTransition(() => {
      // The title is named too, so that no other column at all is not the usual ones.
      const cols = [...names.slice(0, 1), ...chosen];
      setShown(cols);
      setWanted({ ...wanted, cols });
      router.replace(listHref(path, { ...wanted, cols }), { scroll: false });
    });
  }

  return { wanted, go, choose, pending, shown, hidden };
}

const useFieldSource = (lookups: ListLookups, titles: Showing['titles']): FieldSource =>
  useMemo(
    () => ({ ...lookups, candidates: async () => [], titleOf: (model, id) => titles[model]?.[id] }),
    [lookups, titles],
  );
