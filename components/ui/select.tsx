'use client';

import { Check, ChevronDown, X } from 'lucide-react';
import * as Radix from 'radix-ui/select';
import { Fragment } from 'react';
import { cn } from './cn';
import { useControl } from './field-context';
import type { Option } from './option';
import { controlClass, floatClass, menuItemClass } from './styles';

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

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
  const control = useControl(props);
  const canClear = clearable && value !== null && value !== '' && !control.disabled;
  return (
    <div className={cn('relative min-w-0', className)}>
      <Radix.Root value={value ?? ''} onValueChange={onChange} disabled={control.disabled} {...(name ? { name } : {})}>
        <Radix.Trigger
          {...control}
          className={cn(
            controlClass,
            'flex h-8 items-center gap-2 pr-2 pl-2.5 text-left data-[placeholder]:text-muted-foreground',
            canClear && 'pr-14',
          )}
        >
          <span className="min-w-0 flex-1 truncate">
            <Radix.Value placeholder={placeholder} />
          </span>
          <Radix.Icon className={cn(canClear && 'absolute right-2')}>
            <ChevronDown aria-hidden className="size-4 text-muted-foreground" />
          </Radix.Icon>
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            position="popper"
            sideOffset={4}
            className={cn(
              floatClass,
              'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden',
            )}
          >
            <Radix.Viewport className="max-h-80 p-1">
              {options.map((entry) =>
                'options' in entry ? (
                  <Radix.Group key={entry.label}>
                    <Radix.Label className="px-2 pt-2 pb-1 text-xs font-medium text-muted-foreground">
                      {entry.label}
                    </Radix.Label>
                    {entry.options.map((option) => (
                      <SelectItem key={option.value} option={option} />
                    ))}
                  </Radix.Group>
                ) : (
                  <Fragment key={entry.value}>
                    <SelectItem option={entry} />
                  </Fragment>
                ),
              )}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
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

function SelectItem({ option }: { option: Option }) {
  return (
    <Radix.Item value={option.value} disabled={option.disabled} className={cn(menuItemClass, 'pr-8')}>
      <span className="min-w-0">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.description ? <span className="block text-xs text-muted-foreground">{option.description}</span> : null}
      </span>
      <Radix.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}
