import { TriangleAlert } from 'lucide-react';

/** What is to be said of an epoch's times, below its row. */
export function TimeRemarks({ remarks, isUnsaved }: { remarks: readonly string[]; isUnsaved: boolean }) {
  if (remarks.length === 0 && !isUnsaved) return null;
  return (
    <p className="-mt-0.5 flex flex-wrap gap-x-3 pb-1 text-sm text-muted-foreground">
      {remarks.map((remark) => (
        <span key={remark} className="inline-flex items-center gap-1">
          <TriangleAlert aria-hidden className="size-3.5 text-warning" />
          {remark}
        </span>
      ))}
      {isUnsaved ? <span>Not saved yet</span> : null}
    </p>
  );
}
