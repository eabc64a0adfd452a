import Link from 'next/link';

interface StorageListProps {
  storages: readonly { id: string; title: string; sessions: number }[];
}

/** Where the files of a project's sessions are. */
export function StorageList({ storages }: StorageListProps) {
  if (storages.length === 0) return <p className="text-muted-foreground">No session names one that you can see.</p>;
  return (
    <ul className="flex flex-col gap-1">
      {storages.map(({ id, title, sessions }) => (
        <li key={id} className="flex justify-between gap-3">
          <Link href={`/data-storages/${id}`} className="record-link min-w-0 truncate">
            {title}
          </Link>
          <span className="shrink-0 text-muted-foreground">
            {sessions.toLocaleString('en')} {sessions === 1 ? 'session' : 'sessions'}
          </span>
        </li>
      ))}
    </ul>
  );
}
