'use client';

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { IconButton } from '../ui/icon-button';
import { Popover } from '../ui/popover';
import { moved, switched } from './column-order';

interface ColumnsMenuProps {
  /** Every column there is besides the title, in order. */
  choosable: readonly { readonly name: string; readonly label: string }[];
  /** Those shown, in their order. */
  shown: readonly string[];
  onChange: (shown: readonly string[]) => void;
  /** Null where the usual ones are shown. */
  onReset: (() => void) | null;
}

/** Which columns a list shows besides the title, and in which order. */
export function ColumnsMenu({ choosable, shown, onChange, onReset }: ColumnsMenuProps) {
  const labelOf = (name: string) => choosable.find((column) => column.name === name)?.label ?? name;
  const others = choosable.filter(({ name }) => !shown.includes(name));
  return (
    <Popover
      label="Columns"
      trigger={
        <Button>
          <Columns3 aria-hidden />
          Columns
        </Button>
      }
    >
      <ul aria-label="Shown columns" className="flex flex-col">
        {shown.map((name, index) => (
          <li key={name} className="flex items-center gap-1">
            <Checkbox
              className="flex-1"
              label={labelOf(name)}
              value
              onChange={() => onChange(switched(shown, name, false))}
            />
            <IconButton
              size="sm"
              label={`Move ${labelOf(name)} to the left`}
              disabled={index === 0}
              onClick={() => onChange(moved(shown, name, -1))}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              size="sm"
              label={`Move ${labelOf(name)} to the right`}
              disabled={index === shown.length - 1}
              onClick={() => onChange(moved(shown, name, 1))}
            >
              <ArrowDown aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <ul aria-label="Other columns" className="mt-1 flex flex-col border-t pt-1">
        {others.map(({ name, label }) => (
          <li key={name} className="flex min-h-7 items-center">
            <Checkbox label={label} value={false} onChange={() => onChange(switched(shown, name, true))} />
          </li>
        ))}
      </ul>
      <div className="mt-2 border-t pt-2">
        <Button size="sm" disabled={!onReset} {...(onReset ? { onClick: onReset } : {})}>
          Usual columns
        </Button>
      </div>
    </Popover>
  );
}
