import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';

type Neighbour = { readonly id: string; readonly name: string };
/** A subject with its sessions before and after the one in view. */
export type NeighbourLine = {
  readonly id: string;
  readonly name: string;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
};

const linkClass =
  'flex min-w-0 items-center gap-0.5 text-accent underline-offset-2 hover:underline [&_svg]:size-4 [&_svg]:shrink-0';

/** The sessions before and after this one, for each subject that has others. */
export function SessionNeighbours({ lines }: { lines: readonly NeighbourLine[] }) {
  const shown = lines.filter(({ previous, next }) => previous || next);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Sessions of the same subject" className="mb-4 flex flex-col gap-1 text-sm" data-print="hide">
      {shown.map(({ id, name, previous, next }) => (
        <div key={id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          {previous ? (
            <Link href={`/sessions/${previous.id}`} prefetch={false} rel="prev" className={linkClass}>
              <ChevronLeft aria-hidden />
              <span className="sr-only">Previous of {name}: </span>
              <span className="truncate">{previous.name}</span>
            </Link>
          ) : (
            <span className="text-muted-foreground">First of {name}</span>
          )}
          <span aria-hidden className="text-border">
            |
          </span>
          {next ? (
            <Link href={`/sessions/${next.id}`} prefetch={false} rel="next" className={linkClass}>
              <span className="sr-only">Next of {name}: </span>
              <span className="truncate">{next.name}</span>
              <ChevronRight aria-hidden />
            </Link>
          ) : (
            <span className="text-muted-foreground">Latest of {name}</span>
          )}
        </div>
      ))}
    </nav>
  );
}
