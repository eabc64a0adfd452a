'use client';

import { memo, type ComponentType, type ReactNode } from 'react';
import type { Field as Declared } from '@/lib/declare/model';
import { partsOf } from '../fields';
import { controlsOf } from '../fields/controls';
import type { FieldSource, InputProps, NestedErrors, Showing } from '../fields/field-parts';
import { UploadTarget } from '../fields/controls/upload-target';
import { cn } from '../ui/cn';
import { Nothing } from '../ui/description-list';
import { Field } from '../ui/field';
import { controlId } from './paths';

export type FormFieldProps = {
  /** Whose field it is; the record is null for a new one. */
  model: string;
  record: string | null;
  name: string;
  field: Declared;
  value: unknown;
  onChange: (name: string, value: unknown) => void;
  selector: unknown;
  own: readonly string[];
  nested: NestedErrors;
  showing: Showing;
  source: FieldSource;
  /** Set on create and now only shown. */
  isFixed: boolean;
  override: ComponentType<InputProps> | undefined;
  /** Below the control: what the page has to say of the value. */
  note?: ReactNode;
};

/** One field of a form: label, control, help and problems. */
function PlainFormField({
  model,
  record,
  name,
  field,
  value,
  onChange,
  selector,
  own,
  nested,
  showing,
  source,
  isFixed,
  override,
  note,
}: FormFieldProps) {
  const parts = partsOf(field);
  const Input = override ?? controlsOf(field).Input;
  const { Show } = parts;
  const id = controlId(name);
  const isWide = parts.isWide?.(field) ?? false;
  const className = cn(isWide && 'lg:col-span-2');
  if (isFixed || !Input) {
    const titles = { ...showing, titles: withFound(showing, field, value, source) };
    return (
      <Field label={field.label} id={id} help="Set on creation; it stays." group className={className}>
        <div className="flex min-h-8 items-center">
          {value === null || value === undefined || value === '' ? (
            <Nothing />
          ) : (
            <Show field={field} value={value} record={{}} showing={titles} />
          )}
        </div>
      </Field>
    );
  }
  const errors = parts.placesErrors ? own : [...own, ...Object.values(nested).flat()];
  return (
    <Field
      label={field.label}
      id={id}
      help={field.help}
      required={field.required}
      errors={errors}
      group={parts.isGroup ?? false}
      hideLabel={parts.hasLabel ?? false}
      className={cn(className, parts.hasLabel && 'lg:pt-6')}
    >
      <UploadTarget model={model} record={record}>
        <Input
          id={id}
          name={name}
          field={field}
          value={value}
          onChange={(next) => onChange(name, next)}
          selector={selector}
          errors={nested}
          zone={showing.zone}
          source={source}
        />
      </UploadTarget>
      {note}
    </Field>
  );
}

function withFound(showing: Showing, field: Declared, value: unknown, source: FieldSource) {
  const model = 'to' in field ? String(field.to) : null;
  const title = model ? source.titleOf(model, String(value)) : undefined;
  return model && title
    ? { ...showing.titles, [model]: { ...showing.titles[model], [String(value)]: title } }
    : showing.titles;
}

// A form can have dozens of fields; typing in one leaves the others alone.
export const FormField = memo(PlainFormField);
