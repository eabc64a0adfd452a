import Link from 'next/link';
import { Time } from '../../ui/time';

/** The last change of a record, as it is shown. */
export interface ChangeLine {
  id: string;
  href: string;
  kind: string;
  title: string;
  at: string;
  isNew: boolean;
  /** Empty for the system. */
  person: string;
}

/** What changed last, and whose change it was. */
export function ChangeList({ changes, zone }: { changes: readonly ChangeLine[]; zone: string }) {
  if (changes.length === 0) return <p className="text-muted-foreground">Nothing yet.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {changes.map(({ id, href, kind, title, at, isNew, person }) => (
        <li key={id}>
          <p className="truncate">
            {kind}{' '}
            <Link href={href} className="record-link font-medium">
              {title}
            </Link>
          </p>
          <p className="text-muted-foreground">
            {isNew ? 'Made' : 'Changed'}
            {person ? ` by ${person}` : ''}, <Time value={at} zone={zone} />
          </p>
        </li>
      ))}
    </ul>
  );
}
