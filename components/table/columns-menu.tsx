'use client';

import { Columns3 } from 'lucide-react';
import { Button } from '../ui/button';
import { DropdownMenu, MenuCheckbox, MenuItem, MenuLabel, MenuSeparator } from '../ui/dropdown-menu';
import { sizes } from './list-state';

interface ColumnsMenuProps {
  /** Every column there is besides the title, in order. */
  choosable: readonly { readonly name: string; readonly label: string }[];
  isShown: (name: string) => boolean;
  onToggle: (name: string, isShown: boolean) => void;
  /** Null where the usual ones are shown. */
  onReset: (() => void) | null;
  size: number;
  onSize: (size: number) => void;
}

/** Which columns a list shows, and how many rows on a page. */
export function ColumnsMenu({ choosable, isShown, onToggle, onReset, size, onSize }: ColumnsMenuProps) {
  return (
    <DropdownMenu
      trigger={
        <Button className="max-sm:hidden">
          <Columns3 aria-hidden />
          Columns
        </Button>
      }
    >
      <div className="max-h-[60vh] overflow-y-auto">
        {choosable.map(({ name, label }) => (
          <MenuCheckbox key={name} value={isShown(name)} onChange={(value) => onToggle(name, value)}>
            {label}
          </MenuCheckbox>
        ))}
        <MenuSeparator />
        <MenuItem disabled={!onReset} {...(onReset ? { onSelect: onReset } : {})}>
          Usual columns
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Rows on a page</MenuLabel>
        {sizes.map((one) => (
          <MenuCheckbox key={one} value={size === one} onChange={() => onSize(one)}>
            {one}
          </MenuCheckbox>
        ))}
      </div>
    </DropdownMenu>
  );
}
