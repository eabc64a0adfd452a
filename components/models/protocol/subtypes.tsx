import { lazy, Suspense } from 'react';
import type { InputProps } from '../../fields/field-parts';
import { textOf } from '../../fields/read-value';
import { Skeleton } from '../../ui/skeleton';
import { patiently } from '../../ui/patiently';

// The schemas of all types are large, so they come only where types are chosen.
const LazyInput = lazy(() => patiently(() => import('./subtypes-input')));

/** The types that a protocol is for, once it is known whether it is for procedures or for logs. */
export function SubtypesInput(props: InputProps) {
  const kind = textOf(props.selector);
  if (!kind) return <p className="text-sm text-muted-foreground">Choose first what it is for.</p>;
  return (
    <Suspense fallback={<Skeleton className="h-8" />}>
      <LazyInput {...props} kind={kind} />
    </Suspense>
  );
}
