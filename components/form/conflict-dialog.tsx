'use client';

import { useState } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import type { Showing } from '../fields/field-parts';
import { Button } from '../ui/button';
import { cn } from '../ui/cn';
import { Nothing } from '../ui/description-list';
import { Dialog } from '../ui/dialog';
import { isSame } from './merge';
import type { Conflict } from './use-record-form';

type Values = Readonly<Record<string, unknown>>;
type Side = 'mine' | 'theirs';

interface ConflictDialogProps {
  view: ModelView;
  conflict: Conflict;
  mine: Values;
  showing: Showing;
  onClose: () => void;
  onSave: (merged: Values) => void;
}

/** Two people changed the same record: what only one of them touched is kept, the rest is chosen field by field. */
export function ConflictDialog({ view, conflict, mine, showing, onClose, onSave }: ConflictDialogProps) {
  const { current, merge } = conflict;
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const labels = (names: readonly string[]) => names.map((name) => view.fields[name]?.label ?? name).join(', ');
  const undecided = merge.conflicts.filter((name) => !sides[name]);

  function save() {
    const chosen = merge.conflicts.map((name) => [name, sides[name] === 'theirs' ? current[name] : mine[name]]);
    onSave({ ...merge.values, ...Object.fromEntries(chosen) });
  }

  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Someone else saved this in the meantime"
      description="Both of you changed these fields. Choose what to keep; nothing is saved before that."
      footer={
        <>
          <Button onClick={onClose}>Back to the form</Button>
          <Button variant="primary" disabled={undecided.length > 0} onClick={save}>
            {undecided.length > 0 ? `${undecided.length} to choose` : 'Save the result'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {merge.conflicts.map((name) => (
          <fieldset key={name} className="min-w-0">
            <legend className="mb-1 text-sm font-medium">{view.fields[name]?.label ?? name}</legend>
            <div className="grid gap-2 sm:grid-cols-2">
              <Version side="mine" title="Yours" {...{ name, view, showing, sides, setSides }} record={mine} />
              <Version side="theirs" title="Theirs" {...{ name, view, showing, sides, setSides }} record={current} />
            </div>
          </fieldset>
        ))}
        {merge.taken.length > 0 ? (
          <p className="text-sm text-muted-foreground">Also changed by others, and kept: {labels(merge.taken)}.</p>
        ) : null}
      </div>
    </Dialog>
  );
}

interface VersionProps {
  name: string;
  side: Side;
  title: string;
  record: Values;
  view: ModelView;
  showing: Showing;
  sides: Readonly<Record<string, Side>>;
  setSides: (sides: Readonly<Record<string, Side>>) => void;
}

function Version({ name, side, title, record, view, showing, sides, setSides }: VersionProps) {
  const field = view.fields[name];
  if (!field) return null;
  const { Show } = partsOf(field);
  return (
    <label
      className={cn(
        'flex min-w-0 cursor-pointer gap-2 rounded-md border p-2.5 has-focus-visible:outline-2 has-focus-visible:outline-ring',
        sides[name] === side && 'border-accent bg-accent/5',
      )}
    >
      <input
        type="radio"
        name={`keep-${name}`}
        checked={sides[name] === side}
        onChange={() => setSides({ ...sides, [name]: side })}
        className="mt-1 size-3.5 accent-(--accent)"
      />
      <span className="min-w-0 flex-1">
        <span className="block text-xs text-muted-foreground">{title}</span>
        <span className="block max-h-48 overflow-y-auto break-words">
          {isSame(record[name], null) ? (
            <Nothing />
          ) : (
            <Show field={field} value={record[name]} record={record} showing={showing} />
          )}
        </span>
      </span>
    </label>
  );
}
