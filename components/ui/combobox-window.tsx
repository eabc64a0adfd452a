'use client';

import { Plus } from 'lucide-react';
import * as Popover from 'radix-ui/popover';
import { useEffect, type ReactNode, type RefObject } from 'react';
import { cn } from './cn';
import { floatClass, menuItemClass } from './styles';
import type { useCombobox } from './use-combobox';

export interface ComboboxWindowProps {
  state: ReturnType<typeof useCombobox>;
  /** The box under which the list opens, and within which a click does not close it. */
  anchor: RefObject<HTMLElement | null>;
  label: string | undefined;
  /** What there is to say besides the choices. */
  note: string | null;
  createLabel: (query: string) => ReactNode;
}

/** The list under a combobox. Focus never enters it. */
export function ComboboxWindow({ state, anchor, label, note, createLabel }: ComboboxWindowProps) {
  const { entries, active, status, listId, open } = state;
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, active, listId]);

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? state.show() : state.close())}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          // The role of a dialog would hide that this is the list of the input.
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
          // The focus stays in the input.
          onMouseDown={(event) => event.preventDefault()}
          // A modal dialog around stops the wheel of everything outside its own tree.
          onWheel={(event) => event.stopPropagation()}
          onTouchMove={(event) => event.stopPropagation()}
          className={cn(floatClass, 'max-h-72 w-(--radix-popover-trigger-width) min-w-56 overflow-y-auto p-1')}
        >
          {status === 'loading' && entries.length > 0 ? (
            <div aria-hidden className="sticky -top-1 z-10 -mx-1 h-0.5 animate-pulse bg-accent" />
          ) : null}
          <div role="listbox" id={listId} aria-label={label ?? 'Choices'}>
            {entries.map((entry, index) => (
              // Keyboard is on the input, which points here with aria-activedescendant.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={entry.kind === 'option' ? entry.option.value : ' create'}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                aria-disabled={entry.kind === 'option' && entry.option.disabled ? true : undefined}
                data-highlighted={index === active ? '' : undefined}
                data-disabled={entry.kind === 'option' && entry.option.disabled ? '' : undefined}
                className={menuItemClass}
                onMouseMove={() => state.setCursor(index)}
                onClick={() => void state.choose(entry, 'pointer')}
              >
                {entry.kind === 'option' ? (
                  <span className="min-w-0">
                    <span className="block break-words">{entry.option.label}</span>
                    {entry.option.description ? (
                      <span className="block text-xs break-words text-muted-foreground">
                        {entry.option.description}
                      </span>
                    ) : null}
                  </span>
                ) : (
                  <>
                    <Plus aria-hidden className="size-4 shrink-0 text-accent" />
                    <span className="min-w-0 break-words">{createLabel(entry.query)}</span>
                  </>
                )}
              </div>
            ))}
          </div>
          {note ? <p className="px-2 py-1.5 text-sm text-muted-foreground">{note}</p> : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
