'use client';

import { NotebookPen, Table2, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import type { ManyChangeTasks } from '@/lib/declare/many-changes';
import { ExportMenu } from '../table/export-menu';
import { gridHref, namedMax } from '../grid/address';
import { roundHref } from '../log/round/round-address';
import { Button } from '../ui/button';
import type { RemovalOfManyActions } from './actions';
import { ChangeMenu } from './change-menu';
import type { ManyChangeActions } from './changes';
import type { Nouns } from './nouns';
import type { BulkTarget } from './target';
import { patiently } from '../ui/patiently';

// Rarely needed, so it comes when it is.
const DeleteManyDialog = dynamic(() =>
  patiently(() => import('./delete-many-dialog')).then((file) => file.DeleteManyDialog),
);

export interface BulkActionsProps {
  target: BulkTarget;
  /** What the list shows, as the query of its address: an export takes its order and columns. */
  listing: string;
  nouns: Nouns;
  /** Whether records of the kind can be changed in a grid. */
  hasGrid: boolean;
  /** Whether one amount of each can be logged in a row: a weight, water, food. */
  hasRound: boolean;
  /** Null where nothing of the kind is changed in a list. */
  changes: { readonly tasks: ManyChangeTasks; readonly actions: ManyChangeActions } | null;
  /** Null where none of the kind can be deleted in a list. */
  removal: RemovalOfManyActions | null;
  /** The records were changed, or are gone. */
  onDone: () => void;
}

/** What one can do with several records. More actions stand here beside each other; each takes the target. */
export function BulkActions({ target, listing, nouns, hasGrid, hasRound, changes, removal, onDone }: BulkActionsProps) {
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <ExportMenu
        path={target.path}
        query={listing}
        what={`The selected ${nouns.many}`}
        {...('ids' in target ? { ids: target.ids } : {})}
      />
      {hasGrid ? (
        <Elsewhere href={gridHref(target)} nouns={nouns}>
          <Table2 aria-hidden />
          Edit in a grid
        </Elsewhere>
      ) : null}
      {hasRound ? (
        <Elsewhere href={roundHref(target)} nouns={nouns}>
          <NotebookPen aria-hidden />
          Log
        </Elsewhere>
      ) : null}
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

interface ElsewhereProps {
  /** Null where an address can't name so many. */
  href: string | null;
  nouns: Nouns;
  children: ReactNode;
}

/** Leads to a page for the chosen records. */
function Elsewhere({ href, nouns, children }: ElsewhereProps) {
  if (href === null)
    return (
      <Button disabled title={`At most ${namedMax} ${nouns.many} chosen one by one: select all that match instead.`}>
        {children}
      </Button>
    );
  return (
    <Button asChild>
      <Link href={href} prefetch={false}>
        {children}
      </Link>
    </Button>
  );
}
