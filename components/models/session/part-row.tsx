'use client';

import { Copy, Pencil, Trash2 } from 'lucide-react';
import { partsOf } from '@/components/fields';
import type { Showing } from '@/components/fields/field-parts';
import { DragHandle } from '@/components/ui/drag-handle';
import { IconButton, type IconButtonProps } from '@/components/ui/icon-button';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { PartSpec } from './part-specs';

interface PartRowProps {
  spec: PartSpec;
  view: ModelView;
  record: AnyRecord;
  showing: Showing;
  /** Another form is open; one at a time. */
  isBusy: boolean;
  onEdit: () => void;
  /** Takes hold of the row where rows have an order of their own. */
  handle: Omit<IconButtonProps, 'label' | 'children'> | null;
  onDuplicate: (() => void) | null;
  onRemove: () => void;
}

/** One part as a dense row, with what can be done to it. */
export function PartRow({ spec, view, record, showing, isBusy, handle, onEdit, onDuplicate, onRemove }: PartRowProps) {
  const cell = (name: string) => {
    const field = view.fields[name];
    const value = record[name];
    if (!field || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
    const { Cell } = partsOf(field);
    return <Cell field={field} value={value} record={record} showing={withoutLinks(showing)} />;
  };
  const name = partName(spec, view, record, showing);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1 @2xl:grid-cols-(--row)">
      {spec.columns.map(([column], index) => {
        const content = cell(column);
        return (
          <div
            key={column}
            className={
              index === 0
                ? 'min-w-0 font-medium break-words'
                : content === null
                  ? 'hidden min-w-0 @2xl:block'
                  : 'order-2 col-span-full min-w-0 text-sm break-words @2xl:order-none @2xl:col-span-1'
            }
          >
            {index === 0 ? null : (
              <span className="text-muted-foreground @2xl:sr-only">{view.fields[column]?.label}: </span>
            )}
            {content}
          </div>
        );
      })}
      <div className="order-1 flex justify-end text-muted-foreground @2xl:order-none">
        {handle ? (
          <DragHandle id={`${spec.part}-${record.id}-move`} label={`Move ${name}`} disabled={isBusy} {...handle} />
        ) : null}
        <IconButton
          id={`${spec.part}-${record.id}-edit`}
          size="sm"
          label={`Edit ${name}`}
          disabled={isBusy}
          onClick={onEdit}
        >
          <Pencil aria-hidden />
        </IconButton>
        {onDuplicate ? (
          <IconButton size="sm" label={`Duplicate ${name}`} disabled={isBusy} onClick={onDuplicate}>
            <Copy aria-hidden />
          </IconButton>
        ) : null}
        <IconButton size="sm" label={`Delete ${name}`} disabled={isBusy} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

// A click in a row that is being edited must not lead away.
const withoutLinks = (showing: Showing): Showing => ({ ...showing, paths: {} });

/** What a row is called, for its buttons and for what is said of it. */
export function partName(spec: PartSpec, view: ModelView, record: AnyRecord, showing: Showing): string {
  return nameOf(record, view, spec.columns[0]?.[0] ?? '', showing) || spec.noun;
}

function nameOf(record: AnyRecord, view: ModelView, column: string, showing: Showing): string {
  const value = record[column];
  const field = view.fields[column];
  if (field && 'to' in field) return showing.titles[String(field.to)]?.[String(value)] ?? '';
  if (field && 'choices' in field) return showing.titles[view.name]?.[String(record.id)] ?? String(value);
  return typeof value === 'string' ? value : '';
}
