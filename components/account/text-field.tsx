'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PasswordInput } from './password-input';
import type { FormState } from './form-state';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'name' | 'className'> {
  name: string;
  label: string;
  help?: ReactNode;
  state: FormState;
}

/** A labelled line of an account form with its errors and what was typed before. */
export function TextField({
  name,
  label,
  help,
  state,
  required,
  type = 'text',
  defaultValue,
  ...props
}: TextFieldProps) {
  const Control = type === 'password' ? PasswordInput : Input;
  return (
    <Field label={label} help={help} required={required} errors={state.errors[name]}>
      <Control
        name={name}
        type={type}
        required={required}
        defaultValue={type === 'password' ? undefined : (state.values[name] ?? defaultValue)}
        {...props}
      />
    </Field>
  );
}
