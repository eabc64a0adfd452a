'use client';

import { controlsOf } from '../fields/controls';
import type { FieldSource } from '../fields/field-parts';
import { emptyText, setText } from '../fields/filter-text';
import { Field } from '../ui/field';
import { canBeEmpty, type FilterField } from './filters';

interface FilterControlProps {
  filter: FilterField;
  value: string | null;
  source: FieldSource;
  zone: string;
  onChange: (value: string | null) => void;
}

/** One field that a list is narrowed by: what it holds, or whether it holds anything. */
export function FilterControl({ filter: { name, field }, value, source, zone, onChange }: FilterControlProps) {
  const { Filter } = controlsOf(field);
  const id = `filter-${name}`;
  const mode = value === emptyText || value === setText ? value : '';
  return (
    <Field
      id={id}
      label={field.label}
      className="min-w-0"
      aside={
        canBeEmpty(field) ? (
          <select
            aria-label={`${field.label}: how to compare`}
            value={mode}
            onChange={(event) => onChange(event.target.value || null)}
            className="-my-1 ml-auto block h-7 rounded bg-transparent text-sm text-muted-foreground [field-sizing:content] hover:text-foreground"
          >
            <option value="">is</option>
            <option value={emptyText}>is empty</option>
            <option value={setText}>is not empty</option>
          </select>
        ) : null
      }
    >
      {mode === '' && Filter ? (
        <Filter id={id} name={name} field={field} value={value} onChange={onChange} source={source} zone={zone} />
      ) : (
        <p className="h-8 py-1 text-muted-foreground">
          {mode === emptyText ? 'Holds nothing' : mode === setText ? 'Holds something' : 'Any'}
        </p>
      )}
    </Field>
  );
}
