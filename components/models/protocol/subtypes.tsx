import { lazy, Suspense } from 'react';
import type { InputProps, ShowProps } from '../../fields/field-parts';
import { textOf, textsOf } from '../../fields/read-value';
import { Skeleton } from '../../ui/skeleton';

// The schemas of all types are large, so they come only where types are chosen.
const LazyInput = lazy(() => import('./subtypes-input'));
const LazyShow = lazy(() => import('./subtypes-show'));

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

/** Types by their labels. */
export function SubtypesShow({ value, record }: ShowProps) {
  return (
    <Suspense fallback={<Skeleton />}>
      <LazyShow kind={textOf(record.protocol_type)} codes={textsOf(value)} />
    </Suspense>
  );
}
