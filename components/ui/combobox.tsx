'use client';

import { ChevronDown, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { cn } from './cn';
import { ComboboxList } from './combobox-list';
import { Input } from './input';
import type { Option } from './option';
import { useCombobox } from './use-combobox';
import type { LoadOptions } from './use-options';

export interface ComboboxBaseProps {
  /** All there is to choose from, or … */
  options?: readonly Option[];
  /** … where to ask for it. Keep the function the same between renders. */
  loadOptions?: LoadOptions;
  /** Makes what was typed and returns it; null when the person thought better of it. */
  onCreate?: (query: string) => Option | null | Promise<Option | null>;
  createLabel?: (query: string) => ReactNode;
  placeholder?: string;
  emptyText?: string;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

export interface ComboboxProps extends ComboboxBaseProps {
  value: Option | null;
  onChange: (value: Option | null) => void;
  clearable?: boolean;
}

/** One of many: type to narrow, arrows to move, Enter to take. */
export function Combobox({
  value,
  onChange,
  options,
  loadOptions,
  onCreate,
  createLabel = (query) => `Create “${query}”`,
  placeholder = 'Search…',
  emptyText = 'Nothing found',
  clearable = true,
  name,
  className,
  ...props
}: ComboboxProps) {
  const box = useRef<HTMLSpanElement>(null);
  const state = useCombobox({
    options,
    loadOptions,
    onCreate,
    onChoose: onChange,
    onErase: clearable && value ? () => onChange(null) : undefined,
  });
  const canClear = clearable && value !== null && !props.disabled;

  return (
    <>
      <span ref={box} className={cn('relative block min-w-0', className)}>
        <Input
          {...props}
          {...state.inputProps}
          value={state.open && state.query !== '' ? state.query : (value?.label ?? state.query)}
          onChange={(event) => {
            // The first key replaces the chosen label instead of being added to it.
            const text = event.target.value;
            const label = state.query === '' ? (value?.label ?? '') : '';
            state.type(label !== '' && text.startsWith(label) ? text.slice(label.length) : text);
          }}
          onFocus={(event) => event.target.select()}
          placeholder={placeholder}
          title={value?.label}
          className={canClear ? 'pr-14' : 'pr-8'}
        />
        {canClear ? (
          <button
            type="button"
            aria-label="Clear"
            title="Clear"
            className="absolute top-1 right-7 flex size-6 items-center justify-center rounded text-muted-foreground hover:bg-muted hover:text-foreground"
            onClick={() => {
              onChange(null);
              state.input.current?.focus();
            }}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        ) : null}
        <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-muted-foreground" />
        {name ? <input type="hidden" name={name} value={value?.value ?? ''} /> : null}
      </span>
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
