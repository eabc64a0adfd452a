import { Command } from 'cmdk';
import type { ReactNode } from 'react';

interface PaletteGroupProps {
  heading: string;
  isShown: boolean;
  children: ReactNode;
}

export function PaletteGroup({ heading, isShown, children }: PaletteGroupProps) {
  if (!isShown) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {children}
    </Command.Group>
  );
}

interface PaletteItemProps {
  /** Unique in the list. */
  value: string;
  icon: ReactNode;
  /** At the right, quietly. */
  aside?: string;
  onSelect: () => void;
  children: ReactNode;
}

export function PaletteItem({ value, icon, aside, onSelect, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 select-none data-[selected=true]:bg-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside ? <span className="shrink-0 text-sm text-muted-foreground">{aside}</span> : null}
    </Command.Item>
  );
}
