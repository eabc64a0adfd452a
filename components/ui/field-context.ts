'use client';

import { createContext, useContext, useEffect, useId, type AriaAttributes } from 'react';

interface FieldWiring {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  disabled: boolean;
  /** Lets a control report text that it cannot read, under a key of its own. */
  setProblem: (key: string, message: string | null) => void;
}

export const FieldContext = createContext<FieldWiring | null>(null);

interface ControlProps extends Pick<AriaAttributes, 'aria-describedby' | 'aria-invalid' | 'aria-required'> {
  id?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** Completes a control's props with what the Field around it knows: id, help, errors, requiredness. */
export function useControl<P extends ControlProps>(props: P): P {
  const field = useContext(FieldContext);
  if (!field) return props;
  const { required, ...rest } = props;
  return {
    ...rest,
    id: props.id ?? field.id,
    disabled: props.disabled ?? (field.disabled || undefined),
    'aria-describedby': join(props['aria-describedby'], field.describedBy),
    'aria-invalid': props['aria-invalid'] ?? (field.invalid || undefined),
    // aria-required, not required: the form itself shows all problems at once, the browser only its first.
    'aria-required': props['aria-required'] ?? (required || field.required || undefined),
  } as P; // the spread keeps every key of P but `required`, which all controls take as optional
}

/** The id of the label of the Field around, for composite controls that no `for` reaches. */
export function useFieldLabelId(): string | undefined {
  return useContext(FieldContext)?.labelId;
}

/** Reports what a control cannot read of the typed text, so that the Field shows it; null when all is well. */
export function useProblem(message: string | null): void {
  const key = useId();
  const setProblem = useContext(FieldContext)?.setProblem;
  useEffect(() => {
    if (!setProblem) return;
    setProblem(key, message);
    return () => setProblem(key, null);
  }, [key, message, setProblem]);
}

function join(...ids: (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}
