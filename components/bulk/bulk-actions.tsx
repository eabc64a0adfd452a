'use client';

import { Table2, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import type { ManyChangeTasks } from '@/lib/declare/many-changes';
import { ExportMenu } from '../table/export-menu';
import { gridHref, namedMax } from '../grid/address';
import { Button } from '../ui/button';
import type { RemovalOfManyActions } from './actions';
import { ChangeMenu } from './change-menu';
import type { ManyChangeActions } from './changes';
import type { Nouns } from './nouns';
import type { BulkTarget } from './target';

// Rarely needed, so it comes when it is.
const DeleteManyDialog = dynamic(() => import('./delete-many-dialog').then((file) => file.DeleteManyDialog));

export interface BulkActionsProps {
  target: BulkTarget;
  /** What the list shows, as the query of its address: an export takes its order and columns. */
  listing: string;
  nouns: Nouns;
  /** Whether records of the kind can be changed in a grid. */
  hasGrid: boolean;
  /** Null where nothing of the kind is changed in a list. */
  changes: { readonly tasks: ManyChangeTasks; readonly actions: ManyChangeActions } | null;
  /** Null where none of the kind can be deleted in a list. */
  removal: RemovalOfManyActions | null;
  /** The records were changed, or are gone. */
  onDone: () => void;
}

/** What one can do with several records. More actions stand here beside each other; each takes the target. */
export function BulkActions({ target, listing, nouns, hasGrid, changes, removal, onDone }: BulkActionsProps) {
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <ExportMenu
        path={target.path}
        query={listing}
        what={`The selected ${nouns.many}`}
        {...('ids' in target ? { ids: target.ids } : {})}
      />
      {hasGrid ? <EditInGrid href={gridHref(target)} nouns={nouns} /> : null}
      {changes ? <ChangeMenu target={target} nouns={nouns} {...changes} /> : null}
      {removal ? (
        <Button onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden />
          Delete…
        </Button>
      ) : null}
      {removal && isDeleting ? (
        <DeleteManyDialog
          target={target}
          nouns={nouns}
          actions={removal}
          onDone={onDone}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </>
  );
}

function EditInGrid({ href, nouns }: { href: string | null; nouns: Nouns }) {
  const face = (
    <>
      <Table2 aria-hidden />
      Edit in a grid
    </>
  );
  if (href === null)
    return (
      <Button disabled title={`At most ${namedMax} ${nouns.many} chosen one by one: select all that match instead.`}>
        {face}
      </Button>
    );
  return (
    <Button asChild>
      <Link href={href} prefetch={false}>
        {face}
      </Link>
    </Button>
  );
}
