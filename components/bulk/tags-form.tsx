'use client';

import { useCallback, useState } from 'react';
import type { ChangeableField, FieldStep, ManyChange } from '@/lib/declare/many-changes';
import type { FieldSource } from '../fields/field-parts';
import { Field } from '../ui/field';
import { TagsInput } from '../ui/tags-input';

interface TagsFormProps {
  field: ChangeableField;
  source: FieldSource;
  onChange: (change: ManyChange | null) => void;
}

/** Words to add and words to take away. */
export function TagsForm({ field: { name }, source, onChange }: TagsFormProps) {
  const [words, setWords] = useState<Readonly<Record<'add' | 'remove', readonly string[]>>>({ add: [], remove: [] });
  const load = useCallback((query: string) => source.words(name, query), [source, name]);

  function choose(operation: 'add' | 'remove', value: readonly string[]) {
    const next = { ...words, [operation]: value };
    setWords(next);
    const steps = (['remove', 'add'] as const).flatMap((one): FieldStep[] =>
      next[one].length > 0 ? [{ field: name, operation: one, value: next[one] }] : [],
    );
    onChange(steps.length > 0 ? { steps } : null);
  }

  return (
    <div className="flex flex-col gap-4">
      <Field label="Add" help="Type and press Enter.">
        <TagsInput value={words.add} onChange={(value) => choose('add', value)} loadSuggestions={load} />
      </Field>
      <Field label="Remove">
        <TagsInput value={words.remove} onChange={(value) => choose('remove', value)} loadSuggestions={load} />
      </Field>
    </div>
  );
}
