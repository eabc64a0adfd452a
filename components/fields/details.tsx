import { lazy, Suspense } from 'react';
import type { DetailsField } from '@/lib/declare/kinds/details';
import { Skeleton } from '../ui/skeleton';
import { always, type FieldParts, type ShowProps } from './field-parts';
import { listOf, objectOf, textOf } from './read-value';

// The schemas of all types are large, so they come only where details are.
const LazyShow = lazy(() => import('./details-show'));

const isBlank = (value: unknown) => Object.keys(objectOf(value)).length === 0 && listOf(value).length === 0;

function DetailsShow({ field, value, record }: ShowProps<DetailsField>) {
  const type = textOf(record[field.by]);
  if (isBlank(value) || !type) return null;
  return (
    <Suspense fallback={<Skeleton />}>
      <LazyShow family={field.family} type={type} value={value} />
    </Suspense>
  );
}

const DetailsCell = ({ value }: ShowProps<DetailsField>) =>
  isBlank(value) ? null : <span className="text-muted-foreground">given</span>;

export const detailsParts: FieldParts<DetailsField> = {
  Cell: DetailsCell,
  Show: DetailsShow,
  isGroup: true,
  isWide: always,
  placesErrors: true,
};
