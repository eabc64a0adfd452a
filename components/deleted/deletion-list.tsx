import Link from 'next/link';
import type { Deletion } from '@/lib/declare/deletion';
import type { RestoreAnswer } from '../detail/removal';
import { Time } from '../ui/time';
import { countText, restoredText, rootText } from './deletion-text';
import { RestoreDeletion } from './restore-deletion';

interface DeletionListProps {
  deletions: readonly Deletion[];
  zone: string;
  restore: (deletion: string) => Promise<RestoreAnswer>;
}

/** What was deleted, the newest first, each with the way back. */
export function DeletionList({ deletions, zone, restore }: DeletionListProps) {
  return (
    <ol aria-label="Deletions" className="mt-2 flex flex-col divide-y">
      {deletions.map((deletion) => (
        <li key={deletion.id} className="flex items-start justify-between gap-4 py-2.5">
          <div className="min-w-0 break-words">
            {deletion.roots.map((root) => (
              <p key={root.href}>
                <Link href={root.href} prefetch={false} className="font-medium hover:underline">
                  {rootText(root)}
                </Link>
                {root.places.length > 0 ? (
                  <span className="text-muted-foreground"> of {root.places.join('; ')}</span>
                ) : null}
              </p>
            ))}
            <p className="text-sm text-muted-foreground">
              {deletion.person ? `Deleted by ${deletion.person}` : 'Deleted by the system'},{' '}
              <Time value={deletion.at} zone={zone} toMinute />
              {deletion.along.length > 0 ? `, with ${deletion.along.map(countText).join(', ')}` : ''}
            </p>
          </div>
          <RestoreDeletion
            label={restoredText(deletion)}
            name={deletion.roots.map(rootText).join('; ')}
            restore={restore.bind(null, deletion.id)}
          />
        </li>
      ))}
    </ol>
  );
}
