'use client';

import * as Popover from 'radix-ui/popover';
import { useEffect } from 'react';
import { cn } from '../ui/cn';
import type { Option } from '../ui/option';
import { floatClass, menuItemClass } from '../ui/styles';

interface CompletionListProps {
  id: string;
  label: string;
  options: readonly Option[];
  /** The option that Enter takes; -1 for none. */
  cursor: number;
  isLoading: boolean;
  onHover: (index: number) => void;
  onChoose: (index: number) => void;
}

/** What may complete a cell. Focus never enters it, and nothing of it is taken unasked. */
export function CompletionList({ id, label, options, cursor, isLoading, onHover, onChoose }: CompletionListProps) {
  useEffect(() => {
    if (cursor >= 0) document.getElementById(`${id}-${cursor}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, cursor]);
  return (
    <Popover.Portal>
      <Popover.Content
        align="start"
        sideOffset={3}
        role="presentation"
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onEscapeKeyDown={(event) => event.preventDefault()}
        // The focus stays in the cell.
        onMouseDown={(event) => event.preventDefault()}
        className={cn(floatClass, 'max-h-60 min-w-48 max-w-80 overflow-y-auto p-1', isLoading && 'opacity-80')}
      >
        <div role="listbox" id={id} aria-label={label}>
          {options.map((option, index) => (
            // Keyboard is in the cell, which points here with aria-activedescendant.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === cursor}
              data-highlighted={index === cursor ? '' : undefined}
              className={menuItemClass}
              onMouseMove={() => onHover(index)}
              onClick={() => onChoose(index)}
            >
              <span className="min-w-0">
                <span className="block break-words">{option.label}</span>
                {option.description ? (
                  <span className="block text-xs break-words text-muted-foreground">{option.description}</span>
                ) : null}
              </span>
            </div>
          ))}
        </div>
      </Popover.Content>
    </Popover.Portal>
  );
}
