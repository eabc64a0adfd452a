import Link from 'next/link';
import type { Showing } from './field-parts';

/** A record by its title, linked to its page. */
export function RecordLink({
  model,
  id,
  showing,
  isPlain = false,
}: {
  model: string;
  id: string;
  showing: Showing;
  isPlain?: boolean;
}) {
  const title = showing.titles[model]?.[id];
  if (title === undefined) return <span className="text-muted-foreground">not visible to you</span>;
  const path = showing.paths[model];
  if (!path || isPlain) return title;
  return (
    <Link href={`/${path}/${id}`} prefetch={false} className="record-link">
      {title}
    </Link>
  );
}

/** Several records, separated by commas; `max` cuts a long list and says how much is left. */
export function RecordLinks({
  model,
  ids,
  showing,
  max = Infinity,
}: {
  model: string;
  ids: readonly string[];
  showing: Showing;
  max?: number;
}) {
  if (ids.length === 0) return null;
  return (
    <>
      {ids.slice(0, max).map((id, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <RecordLink model={model} id={id} showing={showing} />
        </span>
      ))}
      {ids.length > max ? (
        <span className="text-muted-foreground">
          {' '}
          +{ids.length - max}
          <span className="sr-only"> more</span>
        </span>
      ) : null}
    </>
  );
}
