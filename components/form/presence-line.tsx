'use client';

import { usePresent } from './use-presence';

/** Says quietly who else edits the same record. */
export function PresenceLine({ place, className }: { place: string; className?: string }) {
  const names = usePresent(place);
  return (
    <p role="status" className={className}>
      {names.length > 0 ? (
        <span className="inline-flex items-center gap-1.5 text-sm text-muted-foreground">
          <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />
          {words(names)} editing too
        </span>
      ) : null}
    </p>
  );
}

function words(names: readonly string[]): string {
  const [first, second] = names;
  if (names.length <= 1) return `${first} is`;
  return names.length === 2 ? `${first} and ${second} are` : `${first} and ${names.length - 1} others are`;
}
