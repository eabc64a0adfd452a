'use client';

import { ListFilterPlus } from 'lucide-react';
import { useState } from 'react';
import type { FieldSource } from '../fields/field-parts';
import { Button } from '../ui/button';
import { DropdownMenu, MenuItem } from '../ui/dropdown-menu';
import { FilterControl } from './filter-control';
import type { FilterField } from './filters';

interface FilterBarProps {
  filters: readonly FilterField[];
  values: Readonly<Record<string, string>>;
  source: FieldSource;
  zone: string;
  onChange: (name: string, value: string | null) => void;
}

/** A control for each field of everyday use and for each in force; the others are added when they are wanted. */
export function FilterBar({ filters, values, source, zone, onChange }: FilterBarProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const isShown = ({ name, isUsual }: FilterField) => isUsual || name in values || added.includes(name);
  const more = filters.filter((filter) => !isShown(filter));
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4">
        {filters.filter(isShown).map((filter) => (
          <FilterControl
            key={filter.name}
            filter={filter}
            value={values[filter.name] ?? null}
            source={source}
            zone={zone}
            onChange={(value) => onChange(filter.name, value)}
          />
        ))}
      </div>
      {more.length > 0 ? (
        <div>
          <DropdownMenu
            align="start"
            trigger={
              <Button size="sm">
                <ListFilterPlus aria-hidden />
                More filters
              </Button>
            }
          >
            <div className="max-h-[50vh] overflow-y-auto">
              {more.map(({ name, field }) => (
                <MenuItem key={name} onSelect={() => setAdded([...added, name])}>
                  {field.label}
                </MenuItem>
              ))}
            </div>
          </DropdownMenu>
        </div>
      ) : null}
    </div>
  );
}
