'use client';

import { X } from 'lucide-react';
import { useRef } from 'react';
import { cn } from './cn';
import type { ComboboxBaseProps } from './combobox';
import { ComboboxList } from './combobox-list';
import { useControl } from './field-context';
import type { Option } from './option';
import { controlClass } from './styles';
import { useCombobox } from './use-combobox';

export interface MultiComboboxProps extends ComboboxBaseProps {
  value: readonly Option[];
  onChange: (value: Option[]) => void;
  /** Called with each key press before the list sees it; a prevented event goes no further. */
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>, query: string, reset: () => void) => void;
  onPaste?: (event: React.ClipboardEvent<HTMLInputElement>) => void;
}

/** Several of many, as chips. Backspace removes the last one. */
export function MultiCombobox({
  value,
  onChange,
  options,
  loadOptions,
  onCreate,
  createLabel = (query) => `Create “${query}”`,
  placeholder = 'Search…',
  emptyText = 'Nothing more found',
  name,
  className,
  onKeyDown,
  onPaste,
  ...props
}: MultiComboboxProps) {
  const box = useRef<HTMLDivElement>(null);
  const control = useControl(props);
  const state = useCombobox({
    options,
    loadOptions,
    onCreate,
    taken: value.map((option) => option.value),
    onChoose: (option) => onChange([...value.filter((other) => other.value !== option.value), option]),
    onErase: () => onChange(value.slice(0, -1)),
    isMany: true,
  });

  return (
    <>
      {/* A click beside the chips goes to the input, as in any text field. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={box}
        onClick={(event) => {
          if (event.target === event.currentTarget) state.input.current?.focus();
        }}
        aria-invalid={control['aria-invalid' as keyof typeof control] ? true : undefined}
        className={cn(
          controlClass,
          'flex min-h-8 flex-wrap items-center gap-1 px-1.5 py-0.75 has-[input:focus-visible]:border-ring',
          'has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ring',
          control.disabled && 'cursor-not-allowed bg-muted!',
          className,
        )}
      >
        {value.map((option) => (
          <span
            key={option.value}
            className="inline-flex max-w-full items-center gap-0.5 rounded bg-muted pl-1.5 text-sm leading-6"
          >
            <span className="truncate" title={option.description}>
              {option.label}
            </span>
            <button
              type="button"
              aria-label={`Remove ${option.label}`}
              title="Remove"
              disabled={control.disabled}
              className="flex size-6 shrink-0 items-center justify-center rounded text-muted-foreground hover:text-foreground"
              onClick={() => {
                onChange(value.filter((other) => other.value !== option.value));
                state.input.current?.focus();
              }}
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        <input
          {...control}
          {...state.inputProps}
          value={state.query}
          placeholder={value.length === 0 ? placeholder : undefined}
          onPaste={onPaste}
          onKeyDown={(event) => {
            onKeyDown?.(event, state.query, state.close);
            if (!event.defaultPrevented) state.inputProps.onKeyDown(event);
          }}
          onBlur={(event) => {
            if (!box.current?.contains(event.relatedTarget)) state.close();
          }}
          className="h-6 min-w-16 flex-1 bg-transparent px-1 outline-none"
        />
        {name
          ? value.map((option) => <input key={option.value} type="hidden" name={name} value={option.value} />)
          : null}
      </div>
      <ComboboxList
        state={state}
        anchor={box}
        label={props['aria-label']}
        emptyText={emptyText}
        createLabel={createLabel}
      />
    </>
  );
}
