'use client';

import { Check } from 'lucide-react';
import * as Radix from 'radix-ui/select';
import { Fragment, type ComponentProps } from 'react';
import { cn } from './cn';
import type { Option } from './option';
import { isGroup, SelectFace, type OptionGroup } from './select-face';
import { floatClass, menuItemClass } from './styles';

export interface SelectWindowProps {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly (Option | OptionGroup)[];
  placeholder: string;
  name: string | undefined;
  /** Of the button. */
  control: ComponentProps<'button'>;
}

/** The list of a select with its button; it opens as it comes. */
export function SelectWindow({ value, onChange, options, placeholder, name, control }: SelectWindowProps) {
  return (
    <Radix.Root
      defaultOpen
      value={value ?? ''}
      onValueChange={onChange}
      disabled={control.disabled}
      {...(name ? { name } : {})}
    >
      <Radix.Trigger {...control}>
        <SelectFace options={options} value={value} placeholder={placeholder} />
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
              isGroup(entry) ? (
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
