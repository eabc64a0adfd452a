'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '../ui/skeleton';
import type { RecordGridProps } from './record-grid';
import { patiently } from '../ui/patiently';

// A sheet is far more than other pages need; it comes for itself.
const Late = dynamic(() => patiently(() => import('./record-grid')).then((file) => file.RecordGrid), {
  ssr: false,
  loading: () => <Skeleton className="h-[calc(100dvh-18rem)] min-h-96" />,
});

/** A grid, once its script is there. */
export const GridLoader = (props: RecordGridProps) => <Late {...props} />;
