'use client';

import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';
import { nextByLetter } from './next-by-letter';
import { onDemand } from './on-demand';
import type { Option } from './option';
import { optionsIn, SelectFace, type OptionGroup } from './select-face';
import { controlClass } from './styles';

const SelectWindow = onDemand(async () => (await import('./select-window')).SelectWindow);

export interface SelectProps {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly (Option | OptionGroup)[];
  placeholder?: string;
  /** Offers a button that empties the choice. */
  clearable?: boolean;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

/** One of a known, short list. For long or remote lists use Combobox. */
export function Select({
  value,
  onChange,
  options,
  placeholder = 'Choose…',
  clearable = false,
  name,
  className,
  ...props
}: SelectProps) {
  const [isWanted, setIsWanted] = useState(false);
  const control = useControl(props);
  const canClear = clearable && value !== null && value !== '' && !control.disabled;
  const look = {
    ...control,
    className: cn(
      controlClass,
      'relative flex h-8 items-center pl-2.5 text-left data-[placeholder]:text-muted-foreground',
      canClear ? 'pr-14' : 'pr-8',
    ),
  };

  /** As in the list itself: arrows open it, a letter takes the next choice that begins with it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsWanted(true);
    } else if (event.key.length === 1 && event.key !== ' ') {
      const next = nextByLetter(optionsIn(options), value, event.key);
      if (next) onChange(next.value);
    }
  }

  const button = (
    <>
      <button
        {...look}
        type="button"
        // There is nothing to point at with aria-controls while it is closed.
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
        role="combobox"
        aria-expanded={false}
        data-placeholder={value ? undefined : ''}
        onClick={() => setIsWanted(true)}
        onKeyDown={onKeyDown}
      >
        <SelectFace options={options} value={value} placeholder={placeholder} />
      </button>
      {name ? <input type="hidden" name={name} value={value ?? ''} disabled={control.disabled} /> : null}
    </>
  );
  return (
    <div className={cn('relative min-w-0', className)}>
      {isWanted ? (
        <SelectWindow
          value={value}
          onChange={onChange}
          options={options}
          placeholder={placeholder}
          name={name}
          control={look}
          meanwhile={button}
        />
      ) : (
        button
      )}
      {canClear ? (
        <button
          type="button"
          aria-label="Clear"
          title="Clear"
          className="absolute top-1 right-7 flex size-6 items-center justify-center rounded text-muted-foreground hover:bg-muted hover:text-foreground"
          onClick={() => onChange(null)}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  );
}
