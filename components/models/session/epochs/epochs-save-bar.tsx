'use client';

import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { textOf } from '@/components/fields/read-value';
import { DraftStatus } from '@/components/form/draft-status';
import { RestoredNotice } from '@/components/form/form-notices';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { ModelView } from '@/lib/declare/view';
import type { PendingConflict } from './pending';
import type { EpochEdits } from './use-epoch-edits';

interface EpochsSaveBarProps {
  edits: EpochEdits;
  view: ModelView;
  showing: Showing;
}

/** What is not saved yet, in words, with what others changed meanwhile; all of it is saved together. */
export function EpochsSaveBar({ edits, view, showing }: EpochsSaveBarProps) {
  const { counts, conflicts, refused, isSaving, draft } = edits;
  const isAny = counts.total > 0;
  const words = (['changed', 'added', 'removed'] as const).flatMap((what) =>
    counts[what] > 0 ? [`${counts[what]} ${what}`] : [],
  );
  return (
    <div className="my-3 flex flex-col gap-2">
      {draft.restored ? (
        <RestoredNotice
          restored={draft.restored}
          overlaps={[]}
          onDiscard={edits.discard}
          onTakeOther={draft.takeOther}
        />
      ) : null}
      {conflicts.map((conflict) => (
        <Conflict key={`${conflict.id}-${conflict.field}`} {...{ conflict, edits, view, showing }} />
      ))}
      {refused.length > 0 ? (
        <Callout tone="danger" role="alert" title="Nothing was saved">
          <ul>
            {refused.map(({ id, name, message }) => (
              <li key={id}>{id ? `${name}: ${message}` : message}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <Button
          variant="primary"
          disabled={!isAny || conflicts.length > 0}
          pending={isSaving}
          onClick={() => void edits.save()}
        >
          Save timeline
        </Button>
        {/* What was restored is discarded above. */}
        {isAny && !draft.restored?.at ? (
          <Button variant="ghost" onClick={edits.discard}>
            Discard
          </Button>
        ) : null}
        <span role="status" className="text-sm text-muted-foreground">
          {isAny ? `Not saved yet: ${words.join(', ')}` : ''}
        </span>
        {isAny && draft.mark.kind !== 'none' ? <DraftStatus mark={draft.mark} isDirty isPending={isSaving} /> : null}
      </div>
    </div>
  );
}

/** Both changed the same field: what to keep is chosen here. */
function Conflict({ conflict, edits, view, showing }: EpochsSaveBarProps & { conflict: PendingConflict }) {
  const { id, field: name, mine, theirs } = conflict;
  const field = view.fields[name];
  const epoch = edits.epochs.find((one) => String(one.id) === id);
  if (!field || !epoch) return null;
  const { Cell } = partsOf(field);
  const shown = (value: unknown) =>
    value === null || value === undefined ? (
      'nothing'
    ) : (
      <Cell field={field} value={value} record={{ ...epoch, [name]: value }} showing={showing} />
    );
  return (
    <Callout
      tone="warning"
      role="alert"
      title={`Someone else changed ${field.label.toLowerCase()} of ${textOf(epoch.name)} too`}
      action={
        <span className="flex flex-wrap gap-1">
          <Button size="sm" onClick={() => edits.settle(conflict, 'mine')}>
            Keep mine
          </Button>
          <Button size="sm" onClick={() => edits.settle(conflict, 'theirs')}>
            Take theirs
          </Button>
        </span>
      }
    >
      Yours: {shown(mine)}. Theirs: {shown(theirs)}.
    </Callout>
  );
}
