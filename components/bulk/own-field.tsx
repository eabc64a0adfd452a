'use client';

import { useState } from 'react';
import type { ChangeableField, FieldOperation, ManyChange } from '@/lib/declare/many-changes';
import { partsOf } from '../fields';
import { controlsOf } from '../fields/controls';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';

const operationLabels: Readonly<Record<FieldOperation, string>> = {
  add: 'Add',
  remove: 'Remove',
  set: 'Replace with',
  clear: 'Empty it',
};

const isGiven = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A switch says something as it stands; other fields begin empty. */
export const startOf = ({ field }: ChangeableField): unknown =>
  'default' in field && typeof field.default === 'boolean' ? field.default : null;

/** The change of one field; null while the value is missing. */
export function changeOf(
  { name }: ChangeableField,
  operation: FieldOperation = 'set',
  value: unknown,
): ManyChange | null {
  if (operation === 'clear') return { steps: [{ field: name, operation }] };
  return isGiven(value) ? { steps: [{ field: name, operation, value }] } : null;
}

interface OwnFieldProps {
  changeable: ChangeableField;
  zone: string;
  source: FieldSource;
  onChange: (change: ManyChange | null) => void;
}

/** What is done to a field, and with what, in the control of its kind. */
export function OwnField({ changeable, zone, source, onChange }: OwnFieldProps) {
  const { name, field, operations } = changeable;
  const [operation, setOperation] = useState<FieldOperation>(operations[0] ?? 'set');
  const [value, setValue] = useState<unknown>(startOf(changeable));
  const { Input } = controlsOf(field);
  const { isGroup = false, hasLabel = false } = partsOf(field);
  return (
    <>
      {operations.length > 1 ? (
        <Field label="What to do" group>
          <RadioGroup
            inline
            value={operation}
            onChange={(chosen) => {
              const next = operations.find((one) => one === chosen) ?? operation;
              setOperation(next);
              onChange(changeOf(changeable, next, value));
            }}
            options={operations.map((one) => ({ value: one, label: operationLabels[one] }))}
          />
        </Field>
      ) : null}
      {operation !== 'clear' && Input ? (
        <Field label={field.label} help={field.help} id={`many-${name}`} group={isGroup} hideLabel={hasLabel}>
          <Input
            id={`many-${name}`}
            name={name}
            field={field}
            value={value}
            onChange={(next) => {
              setValue(next);
              onChange(changeOf(changeable, operation, next));
            }}
            errors={{}}
            zone={zone}
            source={source}
          />
        </Field>
      ) : null}
    </>
  );
}
