'use client';

import Link from 'next/link';
import type { RefObject } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { DraftStatus } from '../form/draft-status';
import { FailureNotice } from '../form/form-notices';
import { Button } from '../ui/button';
import { isRowChanged } from './sheet';
import type { RecordGridState } from './use-record-grid';

interface GridFootProps {
  grid: RecordGridState;
  view: ModelView;
  cancelHref: string;
  ref: RefObject<HTMLDivElement | null>;
}

/** What a sheet comes to: how much there is to save, what is in the way, and saving. */
export function GridFoot({ grid, view, cancelHref, ref }: GridFootProps) {
  const { state, saving, trouble, draft } = grid;
  const changed = state.sheet.rows.filter(isRowChanged).length;
  const what = (changed === 1 ? view.label : view.labelPlural).toLowerCase();
  return (
    <div ref={ref} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-3">
      {saving.failure ? (
        <div className="w-full">
          <FailureNotice failure={saving.failure} />
        </div>
      ) : null}
      <Button variant="primary" pending={saving.pending} disabled={!draft.isDirty} onClick={grid.save}>
        Save
      </Button>
      <Button asChild variant="ghost">
        <Link href={cancelHref}>Cancel</Link>
      </Button>
      <span role="status" className="text-sm tabular-nums">
        {changed > 0 ? `${changed} ${what} to save` : 'Nothing to save yet'}
        {trouble.count > 0 ? (
          <span className="text-danger">
            {`, ${trouble.count} ${trouble.count === 1 ? 'cell needs' : 'cells need'} mending`}
          </span>
        ) : null}
      </span>
      {trouble.count > 0 ? (
        <Button size="sm" onClick={grid.nextTrouble}>
          Show the next
        </Button>
      ) : null}
      {grid.isChecking ? <span className="text-sm text-muted-foreground">Checking…</span> : null}
      <DraftStatus mark={draft.mark} isDirty={draft.isDirty} isPending={saving.pending} />
    </div>
  );
}
