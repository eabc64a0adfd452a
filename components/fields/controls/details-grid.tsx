'use client';

import type { DetailField, DetailKind } from '@/lib/vocabularies/types';
import { Field } from '../../ui/field';
import { DetailControl } from './details-controls';
import type { NestedErrors } from '../field-parts';

type Draft = Readonly<Record<string, unknown>>;

const wide: ReadonlySet<DetailKind> = new Set(['text', 'table', 'multiselect', 'array']);

/** Problems of one detail itself, and those of the cells below it. */
function split(errors: NestedErrors, key: string): { own: string[]; nested: NestedErrors } {
  const own: string[] = [...(errors[key] ?? [])];
  const nested: Record<string, readonly string[]> = {};
  for (const [path, messages] of Object.entries(errors))
    if (path.startsWith(`${key}.`)) nested[path.slice(key.length + 1)] = messages;
  return { own, nested };
}

/** The details of one type or row, two beside each other. */
export function DetailGrid({
  id,
  fields,
  value,
  onChange,
  errors,
}: {
  id: string;
  fields: readonly DetailField[];
  value: Draft;
  onChange: (value: Draft) => void;
  errors: NestedErrors;
}) {
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
      {fields.map((field) => {
        const { own, nested } = split(errors, field.key);
        const isTable = field.kind === 'table';
        const messages = isTable ? own : [...own, ...Object.values(nested).flat()];
        return (
          <Field
            key={field.key}
            id={`${id}.${field.key}`}
            label={field.label}
            required={field.required}
            group={isTable}
            errors={messages}
            className={wide.has(field.kind) ? 'sm:col-span-2' : ''}
          >
            <DetailControl
              id={`${id}.${field.key}`}
              field={field}
              value={value[field.key]}
              onChange={(next) => onChange({ ...value, [field.key]: next })}
              errors={nested}
            />
          </Field>
        );
      })}
    </div>
  );
}
