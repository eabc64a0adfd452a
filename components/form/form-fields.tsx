'use client';

import type { ReactNode } from 'react';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { inputSelector } from '../models/input-selectors';
import { ownInput } from '../models/own-inputs';
import { FormField } from './form-field';
import { selectorOf } from './form-model';
import { problemsOfField } from './paths';
import type { DraftedForm } from './use-drafted-form';

interface FormFieldsProps {
  form: DraftedForm;
  view: ModelView;
  names: readonly string[];
  showing: Showing;
  /** The record being changed, whose fields set on creation are only shown; null for a new one. */
  record: string | null;
  /** What the page has to say of values, by field. */
  notes?: Readonly<Record<string, ReactNode>>;
}

/** Some fields of a record's form, in two columns where there is room. */
export function FormFields({ form, view, names, showing, record, notes = {} }: FormFieldsProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-x-6 gap-y-4 lg:grid-cols-2">
      {names.map((name) => {
        const field = view.fields[name];
        if (!field) return null;
        const problems = problemsOfField(form.problems, name);
        const selector = selectorOf(field) ?? inputSelector(view.name, name);
        return (
          <FormField
            key={name}
            model={view.name}
            record={record}
            name={name}
            field={field}
            value={form.values[name]}
            onChange={form.change}
            selector={selector ? form.values[selector] : undefined}
            own={problems.own}
            nested={problems.nested}
            showing={showing}
            source={form.source}
            isFixed={record !== null && field.fixed === true}
            override={ownInput(view.name, name)}
            note={notes[name]}
          />
        );
      })}
    </div>
  );
}
