import { lazy, Suspense } from 'react';
import type { DetailsField } from '@/lib/declare/kinds/details';
import { Skeleton } from '../../ui/skeleton';
import type { FieldControls, InputProps } from '../field-parts';
import { textOf } from '../read-value';

// The schemas of all types are large, so they come only where details are.
const LazyInput = lazy(() => import('./details-input'));

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

export const detailsControls: FieldControls<DetailsField> = { Input: DetailsInput };
