import { Skeleton } from '@/components/ui/skeleton';

/** The outline of most pages: a title, a row of controls, lines. */
export default function PortalLoading() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="h-8 w-56" />
      <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      <div className="mt-6 flex gap-2">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="mt-4 flex flex-col gap-3 border-t pt-4">
        {Array.from({ length: 8 }, (_, line) => (
          <Skeleton key={line} className="h-5 w-full" />
        ))}
      </div>
    </div>
  );
}
