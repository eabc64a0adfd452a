import { lazy, Suspense } from 'react';
import type { EntriesField } from '@/lib/declare/kinds/entries';
import { Skeleton } from '../ui/skeleton';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { listOf, textOf } from './read-value';

// The schemas of all types are large, so they come only where entries are.
const LazyShow = lazy(() => import('./entries-show'));

function EntriesShow({ field, value, record, showing }: ShowProps<EntriesField>) {
  const type = textOf(record[field.by]);
  if (listOf(value).length === 0 || !type) return null;
  return (
    <Suspense fallback={<Skeleton className="h-24" />}>
      <LazyShow family={field.family} type={type} entries={listOf(value)} zone={showing.zone} titles={showing.titles} />
    </Suspense>
  );
}

const EntriesCell = ({ value }: ShowProps<EntriesField>) =>
  listOf(value).length === 0 ? null : <span className="tabular-nums">{listOf(value).length}</span>;

/** Never in a form: entries change one by one. */
export const entriesParts: FieldParts<EntriesField> = {
  Input: null,
  Cell: EntriesCell,
  Show: EntriesShow,
  isWide: always,
  isNumeric: true,
};
