import type { HistoryEntry, HistoryWrite } from '@/lib/declare/history';
import type { ModelView } from '@/lib/declare/view';
import type { RestoreAnswer } from '../detail/removal';
import type { Showing } from '../fields/field-parts';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Time } from '../ui/time';
import { Entry } from './entry';
import { sourceText } from './source-text';

export interface HistoryListProps {
  writes: readonly HistoryWrite[];
  /** Views of the record and of its parts, by model. */
  views: Readonly<Record<string, ModelView>>;
  model: string;
  /** The version that the record has now. */
  version: number;
  showing: Showing;
  restore: (deletion: string) => Promise<RestoreAnswer>;
}

/** More of one write are folded. */
const entriesShown = 6;

/** Who changed what, the newest first; one item for each write. */
export function HistoryList({ writes, views, model, version, showing, restore }: HistoryListProps) {
  const entryOf = (entry: HistoryEntry) => {
    const view = views[entry.model];
    return view ? (
      <Entry
        key={entry.id}
        entry={entry}
        view={view}
        showing={showing}
        of={model}
        isLatest={entry.model === model && entry.version === version}
        restore={restore}
      />
    ) : null;
  };
  return (
    <ol aria-label="Changes" className="flex flex-col divide-y">
      {writes.map((write) => {
        const [shown, folded] = [write.entries.slice(0, entriesShown), write.entries.slice(entriesShown)];
        return (
          <li key={write.id} className="py-3">
            <WriteHead write={write} showing={showing} />
            <div className="sm:pl-9.5">
              {shown.map(entryOf)}
              {folded.length > 0 ? (
                <details>
                  <summary className="cursor-pointer text-sm text-accent underline-offset-2 hover:underline">
                    {folded.length} more in this write
                  </summary>
                  {folded.map(entryOf)}
                </details>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const toSecond = (instant: string): string => instant.replace(/\.\d{3}Z$/, '.000Z');

function WriteHead({ write, showing }: { write: HistoryWrite; showing: Showing }) {
  const name =
    write.person === null ? 'The system' : (showing.titles.user?.[String(write.person)] ?? 'A former member');
  return (
    <div className="flex items-start gap-2.5">
      <Avatar name={name} />
      <p className="min-w-0 pt-0.5 break-words">
        <span className="font-medium">{name}</span>{' '}
        <span className="text-muted-foreground">
          {sourceText(write.source)}, <Time value={toSecond(write.at)} zone={showing.zone} />
        </span>{' '}
        {write.isElevated ? <Badge tone="warning">as administrator</Badge> : null}
      </p>
    </div>
  );
}
