import { lazy, Suspense } from 'react';
import type { DetailsField } from '@/lib/declare/kinds/details';
import { Skeleton } from '../ui/skeleton';
import { always, type FieldParts, type InputProps, type ShowProps } from './field-parts';
import { listOf, objectOf, textOf } from './read-value';

// The schemas of all types are large, so they come only where details are.
const LazyInput = lazy(() => import('./details-input'));
const LazyShow = lazy(() => import('./details-show'));

function DetailsInput(props: InputProps<DetailsField>) {
  const type = textOf(props.selector);
  if (!type)
    return (
      <p className="text-sm text-muted-foreground">
        Choose a {props.field.by === 'type' ? 'type' : 'coordinate system'} first.
      </p>
    );
  return (
    <Suspense fallback={<Skeleton className="h-24" />}>
      <LazyInput key={type} {...props} type={type} />
    </Suspense>
  );
}

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
  Input: DetailsInput,
  Cell: DetailsCell,
  Show: DetailsShow,
  isGroup: true,
  isWide: always,
  placesErrors: true,
};
