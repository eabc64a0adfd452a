import Link from 'next/link';
import type { Level } from '@/lib/declare/levels';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';

export interface SharedGroup {
  label: string;
  path: string;
  records: readonly { readonly id: string; readonly title: string; readonly level: Level }[];
}

/** What is shared with a group, by kind. */
export function SharedRecords({ groups }: { groups: readonly SharedGroup[] }) {
  return (
    <Card title="Shared with this group" description="As far as you may see it. Its members have these levels.">
      {groups.length === 0 ? (
        <p className="text-muted-foreground">
          Nothing yet. Open the access of a project or a setup and add this group there.
        </p>
      ) : (
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          {groups.map(({ label, path, records }) => (
            <section key={path} aria-label={label} className="min-w-0">
              <h3 className="text-sm text-muted-foreground">{label}</h3>
              <ul>
                {records.map(({ id, title, level }) => (
                  <li key={id} className="flex items-baseline justify-between gap-3 border-b border-border/60 py-1.5">
                    <Link
                      href={`/${path}/${id}`}
                      className="min-w-0 break-words text-accent underline-offset-2 hover:underline"
                    >
                      {title}
                    </Link>
                    <Badge>{level}</Badge>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Card>
  );
}
