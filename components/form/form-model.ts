import type { Field } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import { partsOf } from '../fields';
import { controlsOf } from '../fields/controls';

export type FormSection = { readonly title: string; readonly help?: string; readonly names: readonly string[] };

const canBeOnForm = (field: Field | undefined, isNew: boolean): boolean => {
  if (!field || field.readOnly || field.internal) return false;
  const parts = partsOf(field);
  return controlsOf(field).Input !== undefined && (isNew || !parts.isForCreation);
};

/** The sections of a model's form with the fields that a person fills in; sections without any are left out. */
export function formSections(view: ModelView, isNew: boolean): FormSection[] {
  return view.layout
    .map(({ title, help, fields }) => ({
      title,
      ...(help ? { help } : {}),
      names: fields.filter((name) => canBeOnForm(view.fields[name], isNew)),
    }))
    .filter(({ names }) => names.length > 0);
}

/** The field whose value chooses the schema of typed details, if the field has one. */
export const selectorOf = (field: Field): string | null =>
  'by' in field && 'family' in field ? String(field.by) : null;
