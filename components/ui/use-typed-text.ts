'use client';

import { useEffect, useRef, useState } from 'react';
import { useProblem } from './field-context';
import type { Parsed } from './parse-date-time';

interface TypedText<T> {
  value: T | null;
  onChange: (value: T | null) => void;
  parse: (text: string) => Parsed<T>;
  write: (value: T) => string;
}

/**
 * Text that stands for a value. What is typed stays as typed until it can be read and the field is left; then it is written the
 * usual way. Text that cannot be read gives the value null, says why, and holds the form back.
 */
export function useTypedText<T extends string | number>({ value, onChange, parse, write }: TypedText<T>) {
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<{ text: string; value: T | null } | null>(null);
  const [left, setLeft] = useState(false);

  // A value set from outside (a reset, a picker) wins over the draft.
  const live = draft && Object.is(draft.value, value) ? draft : null;
  const text = live ? live.text : value === null ? '' : write(value);
  const problem = live && live.text.trim() !== '' ? parse(live.text).problem : null;
  const shown = left ? problem : null;

  useProblem(shown);
  useEffect(() => input.current?.setCustomValidity(problem ?? ''), [problem]);

  function type(next: string) {
    const read = next.trim() === '' ? null : parse(next).value;
    setDraft({ text: next, value: read });
    if (!Object.is(read, value)) onChange(read);
  }

  return {
    ref: input,
    value: text,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => type(event.target.value),
    onFocus: () => setLeft(problem !== null),
    onBlur: () => {
      setLeft(true);
      if (!problem) setDraft(null);
    },
    ...(shown ? { 'aria-invalid': true as const } : {}),
  };
}
