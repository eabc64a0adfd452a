'use client';

import { Plus } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { RowActions } from './row-actions';
import { useReorder } from './use-reorder';
import { useRowKeys } from './use-row-keys';

export interface RowCell<T> {
  row: T;
  index: number;
  /** For the control, so that error summaries can reach it. */
  id: string;
  /** The accessible name of the control: column and row number. */
  label: string;
  errors: readonly string[];
  change: (row: T) => void;
}

export interface RowColumn<T> {
  key: string;
  label: string;
  required?: boolean;
  help?: string;
  /** A CSS grid track: "8rem", "minmax(10rem, 2fr)". */
  width?: string;
  render: (cell: RowCell<T>) => ReactNode;
}

export interface RowsEditorProps<T> {
  /** Ids of controls are `id.index.column`. */
  id: string;
  rows: readonly T[];
  onChange: (rows: T[]) => void;
  columns: readonly RowColumn<T>[];
  createRow: (rows: readonly T[]) => T;
  /** What one row is called, for buttons: "epoch". */
  rowName: string;
  /** Messages by `index.column`, or by `index` for the row. */
  errors?: Readonly<Record<string, readonly string[]>>;
  /** What a copy differs in: a new id, an empty name. */
  duplicateRow?: (row: T) => T;
  minRows?: number;
  maxRows?: number;
  ordered?: boolean;
  disabled?: boolean;
  emptyText?: ReactNode;
  className?: string;
}

/**
 * Rows of controls, as a table where there is room and as a stack on a phone. Alt and the arrows move a row, Ctrl and Enter add
 * one below.
 */
export function RowsEditor<T>({
  id,
  rows,
  onChange,
  columns,
  createRow,
  rowName,
  errors = {},
  duplicateRow = (row) => structuredClone(row),
  minRows = 0,
  maxRows = Infinity,
  ordered = true,
  disabled = false,
  emptyText,
  className,
}: RowsEditorProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const rowKeys = useRowKeys(rows.length);
  const full = disabled || rows.length >= maxRows;

  function focusRow(index: number) {
    requestAnimationFrame(() => {
      const row = box.current?.querySelector(`[data-row="${index}"]`);
      row?.querySelector<HTMLElement>('input:not([type=hidden]):not([tabindex="-1"]), textarea, button')?.focus();
    });
  }

  function insert(index: number, row: T) {
    rowKeys.insert(index);
    onChange(rows.toSpliced(index, 0, row));
    focusRow(index);
  }

  function remove(index: number) {
    rowKeys.remove(index);
    onChange(rows.toSpliced(index, 1));
    if (rows.length > 1) focusRow(Math.min(index, rows.length - 2));
  }

  function move(from: number, to: number) {
    const row = rows[from];
    if (row === undefined || to < 0 || to >= rows.length) return;
    rowKeys.move(from, to);
    onChange(rows.toSpliced(from, 1).toSpliced(to, 0, row));
  }

  const reorder = useReorder(box, rows.length, move);

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (ordered && !disabled && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
    } else if (!full && event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      insert(index + 1, createRow(rows));
    }
  }

  const template = `${columns.map((column) => column.width ?? 'minmax(7rem, 1fr)').join(' ')} auto`;
  return (
    <div ref={box} className={cn('@container min-w-0', className)} style={{ '--row': template } as React.CSSProperties}>
      {rows.length > 0 ? (
        <div
          aria-hidden
          className="hidden grid-cols-(--row) gap-2 border-b pb-1 text-xs font-medium text-muted-foreground @2xl:grid"
        >
          {columns.map((column) => (
            <span key={column.key} title={column.help} className="truncate">
              {column.label}
              {column.required ? <span className="ml-0.5 text-danger">*</span> : null}
            </span>
          ))}
          <span className={ordered ? (rows.length > 1 ? 'w-35' : 'w-28') : 'w-14'} />
        </div>
      ) : null}
      <ol>
        {rows.map((row, index) => (
          // The keys act on the row that holds the focus; each has a button too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={rowKeys.keys[index]}
            data-row={index}
            data-place={index}
            onKeyDown={(event) => onKeyDown(event, index)}
            className={cn(
              'grid grid-cols-1 items-start gap-2 border-b border-border/70 py-2 @2xl:grid-cols-(--row) @2xl:py-1.5',
              reorder.mark(index),
            )}
          >
            {columns.map((column) => {
              const label = `${column.label}, ${rowName} ${index + 1}`;
              const messages = errors[`${index}.${column.key}`] ?? [];
              const change = (next: T) => onChange(rows.with(index, next));
              const cellId = `${id}.${index}.${column.key}`;
              return (
                <div key={column.key} className="min-w-0">
                  <span aria-hidden className="mb-0.5 block text-xs text-muted-foreground @2xl:hidden">
                    {column.label}
                    {column.required ? <span className="ml-0.5 text-danger">*</span> : null}
                  </span>
                  {column.render({ row, index, id: cellId, label, errors: messages, change })}
                  <RowErrors id={`${cellId}-errors`} messages={messages} />
                </div>
              );
            })}
            <RowActions
              name={`${rowName} ${index + 1}`}
              disabled={disabled}
              handle={ordered && rows.length > 1 ? reorder.handle(index) : null}
              onUp={ordered ? () => move(index, index - 1) : null}
              onDown={ordered ? () => move(index, index + 1) : null}
              canUp={index > 0}
              canDown={index < rows.length - 1}
              onDuplicate={full ? null : () => insert(index + 1, duplicateRow(row))}
              onRemove={rows.length > minRows ? () => remove(index) : null}
            />
            <div className="@2xl:col-span-full">
              <RowErrors id={`${id}.${index}-errors`} messages={errors[`${index}`] ?? []} />
            </div>
          </li>
        ))}
      </ol>
      {rows.length === 0 && emptyText ? <p className="py-2 text-sm text-muted-foreground">{emptyText}</p> : null}
      <Button
        id={`${id}-add`}
        size="sm"
        className="mt-2"
        disabled={full}
        onClick={() => insert(rows.length, createRow(rows))}
      >
        <Plus aria-hidden />
        Add {rowName}
      </Button>
    </div>
  );
}

function RowErrors({ id, messages }: { id: string; messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <ul id={id} className="mt-0.5 text-xs text-danger">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
