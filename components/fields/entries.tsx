import { lazy, Suspense } from 'react';
import type { EntriesField } from '@/lib/declare/kinds/entries';
import { Skeleton } from '../ui/skeleton';
import { Time } from '../ui/time';
import { writeInstant } from '../ui/zoned-time';
import { always, type FieldParts, type Showing, type ShowProps } from './field-parts';
import { listOf, numberOf, objectOf, textOf } from './read-value';
import { patiently } from '../ui/patiently';

/** Entries as lists have them: how many, and the time and details of the newest. */
export type ShownEntries = {
  readonly count: number;
  readonly time: string | null;
  readonly text: string | null;
};

// The schemas of all types are large, so they come only where entries are.
const LazyShow = lazy(() => patiently(() => import('./entries-show')));

function EntriesShow({ field, value, record, showing }: ShowProps<EntriesField>) {
  const type = textOf(record[field.by]);
  if (listOf(value).length === 0 || !type) return null;
  return (
    <Suspense fallback={<Skeleton className="h-24" />}>
      <LazyShow family={field.family} type={type} entries={listOf(value)} zone={showing.zone} titles={showing.titles} />
    </Suspense>
  );
}

function EntriesCell({ value, showing }: ShowProps<EntriesField>) {
  const { count, time, text } = objectOf(value);
  const total = numberOf(count) ?? listOf(value).length;
  if (total === 0) return null;
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2 sm:max-w-96 sm:flex-nowrap">
      {textOf(time) ? <Time value={textOf(time)} zone={showing.zone} className="whitespace-nowrap" /> : null}
      <span className="min-w-0 truncate">{textOf(text)}</span>
      <span className="whitespace-nowrap text-muted-foreground tabular-nums">
        {total} {total === 1 ? 'entry' : 'entries'}
      </span>
    </span>
  );
}

function entriesText(value: unknown, _field: EntriesField, { zone }: Showing): string {
  const { count, time, text } = objectOf(value);
  const total = numberOf(count) ?? listOf(value).length;
  if (total === 0) return '';
  const newest = textOf(time) ? `${writeInstant(Date.parse(textOf(time)), zone)} ${textOf(text)}; ` : '';
  return `${newest}${total} ${total === 1 ? 'entry' : 'entries'}`;
}

/** Never in a form: entries change one by one, in a part of the log's page of their own. */
export const entriesParts: FieldParts<EntriesField> = {
  Cell: EntriesCell,
  Show: EntriesShow,
  toText: entriesText,
  isWide: always,
  isRelated: true,
};
