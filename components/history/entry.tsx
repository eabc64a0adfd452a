import { Undo2 } from 'lucide-react';
import Link from 'next/link';
import type { HistoryEntry } from '@/lib/declare/history';
import type { ModelView } from '@/lib/declare/view';
import type { RestoreAnswer } from '../detail/removal';
import type { Showing } from '../fields/field-parts';
import { buttonClass } from '../ui/button';
import { ChangedFields } from './changed-fields';
import { RestorePart } from './restore-part';
import { actionText } from './source-text';

interface EntryProps {
  entry: HistoryEntry;
  view: ModelView;
  showing: Showing;
  /** The model of the record whose history it is; an entry of that one is about the record itself, not about a part. */
  of: string;
  /** It made the record as it is now, so there is nothing to go back to. */
  isLatest: boolean;
  restore: (deletion: string) => Promise<RestoreAnswer>;
}

/** What a write did to one record, with the ways to undo it. */
export function Entry({ entry, view, showing, of, isLatest, restore }: EntryProps) {
  const { action, fields, title, place, deletion } = entry;
  const isNew = action === 'create';
  const isOwn = entry.model === of;
  const what = `${view.label.toLowerCase()}${title ? ` “${title}”` : ''}`;
  const values = <ChangedFields view={view} fields={fields} showing={showing} isNew={isNew} />;
  const base = `/${view.path}/${entry.recordId}/history/${entry.id}`;
  return (
    <div className="py-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-medium break-words">
          {actionText[action]}{' '}
          {isOwn ? null : action === 'delete' && !deletion ? (
            // Its page offers nothing to those who could not bring it back.
            what
          ) : (
            <Link href={`/${view.path}/${entry.recordId}`} prefetch={false} className="hover:underline">
              {what}
            </Link>
          )}
          {place && place.model !== of ? (
            <span className="font-normal text-muted-foreground"> of {place.name}</span>
          ) : null}
        </p>
        <div className="flex flex-wrap gap-1.5">
          {entry.mayUndo ? (
            <Link href={base} prefetch={false} className={buttonClass('secondary', 'sm')}>
              <Undo2 aria-hidden />
              Undo this change
            </Link>
          ) : null}
          {entry.mayRestore && isOwn && !isLatest ? (
            <Link href={`${base}?to=version`} prefetch={false} className={buttonClass('ghost', 'sm')}>
              Restore version {entry.version}
            </Link>
          ) : null}
          {deletion ? <RestorePart label={view.label} restore={restore.bind(null, deletion)} /> : null}
        </div>
      </div>
      {fields.length === 0 ? null : isNew ? (
        <details>
          <summary className="cursor-pointer text-sm text-accent underline-offset-2 hover:underline">
            With {fields.length} {fields.length === 1 ? 'value' : 'values'}
          </summary>
          {values}
        </details>
      ) : (
        values
      )}
    </div>
  );
}
