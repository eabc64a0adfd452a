'use client';

import * as Popover from 'radix-ui/popover';
import { useEffect, useId, useRef, useState } from 'react';
import type { FoundLinks, GridColumn } from '@/lib/declare/grid';
import { cn } from '../ui/cn';
import { CompletionList } from './completion-list';
import type { Place } from './range';
import type { SheetRow } from './sheet';
import { editorKeys } from './editor-keys';
import { completed, nameOf, soleCompletion, useCompletions, type Completing } from './use-completions';

export interface CellEditorProps {
  column: GridColumn;
  row: SheetRow;
  found: readonly FoundLinks[];
  text: string;
  completing: Completing;
  onType: (text: string) => void;
  /** Keeps the text, and goes on from there. */
  onCommit: (step: Place | null) => void;
  /** Keeps the text and goes to the next cell in reading order. */
  onTab: (step: 1 | -1) => void;
  onCancel: () => void;
}

/** Where the text of a cell is typed, with what may complete it below. Any text is taken; what it means is said afterwards. */
export function CellEditor(props: CellEditorProps) {
  const { column, text, onType, onCommit } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { options, status } = useCompletions(column, props.row, props.found, text, props.completing);
  const [cursor, setCursor] = useState(-1);
  const chosen = cursor < options.length ? options[cursor] : undefined;
  const sole = chosen || status === 'loading' ? -1 : soleCompletion(column, text, options);
  const marked = chosen ? cursor : sole;

  useEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  function type(next: string) {
    setCursor(-1);
    onType(next);
  }
  function choose(index: number) {
    const option = options[index];
    if (!option) return;
    type(completed(text, nameOf(option, options), column.isList));
    input.current?.focus();
  }

  const onKeyDown = editorKeys({
    ...props,
    count: options.length,
    cursor: chosen ? cursor : -1,
    sole,
    setCursor,
    choose,
    type,
  });

  const shared = {
    ref: input,
    value: text,
    'aria-label': column.label,
    spellCheck: column.isLong,
    autoComplete: 'off',
    onKeyDown,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
    onBlur: () => onCommit(null),
    className:
      'absolute inset-0 z-10 size-full bg-surface px-2 text-sm text-foreground outline-2 -outline-offset-2 outline-ring',
  };
  if (column.isLong)
    return <textarea {...shared} className={cn(shared.className, 'h-24 resize-none py-1.5 shadow-float')} />;
  const isListing = options.length > 0;
  return (
    <Popover.Root open={isListing}>
      <Popover.Anchor asChild>
        <input
          {...shared}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isListing}
          aria-controls={isListing ? listId : undefined}
          aria-activedescendant={marked >= 0 ? `${listId}-${marked}` : undefined}
        />
      </Popover.Anchor>
      <CompletionList
        id={listId}
        label={column.label}
        options={options}
        cursor={marked}
        isLoading={status === 'loading'}
        onHover={setCursor}
        onChoose={choose}
      />
    </Popover.Root>
  );
}
