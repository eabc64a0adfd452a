'use client';

import type { Field as Declared } from '@/lib/declare/model';
import { partsOf } from '../fields';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';

interface FilterBarProps {
  filters: readonly (readonly [string, Declared])[];
  values: Readonly<Record<string, string>>;
  source: FieldSource;
  onChange: (name: string, value: string | null) => void;
}

/** One control for each field that a list can be narrowed by. */
export function FilterBar({ filters, values, source, onChange }: FilterBarProps) {
  return (
    <div
      id="list-filters"
      className="mb-3 grid grid-cols-1 gap-x-3 gap-y-2 border-t py-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-5"
    >
      {filters.map(([name, field]) => {
        const { Filter } = partsOf(field);
        if (!Filter) return null;
        const id = `filter-${name}`;
        return (
          <Field key={name} id={id} label={field.label}>
            <Filter
              id={id}
              name={name}
              field={field}
              value={values[name] ?? null}
              onChange={(value) => onChange(name, value)}
              source={source}
            />
          </Field>
        );
      })}
    </div>
  );
}
