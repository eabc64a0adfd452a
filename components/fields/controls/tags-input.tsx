'use client';

import { useCallback } from 'react';
import type { TagsField } from '@/lib/declare/kinds/tags';
import { MultiCombobox } from '../../ui/multi-combobox';
import { TagsInput } from '../../ui/tags-input';
import type { FilterProps, InputProps } from '../field-parts';
import { joinValues, splitValues } from '../filter-text';
import { textsOf } from '../read-value';

export function TagsFieldInput({ name, value, onChange, id, source }: InputProps<TagsField>) {
  const load = useCallback((query: string) => source.words(name, query), [source, name]);
  return <TagsInput id={id} value={textsOf(value)} onChange={onChange} loadSuggestions={load} />;
}

/** Any of several words. */
export function TagsFilter({ id, name, field, value, onChange, source }: FilterProps<TagsField>) {
  const load = useCallback(
    async (query: string) => (await source.words(name, query)).map((word) => ({ value: word, label: word })),
    [source, name],
  );
  return (
    <MultiCombobox
      id={id}
      aria-label={field.label}
      value={splitValues(value ?? '').map((word) => ({ value: word, label: word }))}
      onChange={(words) => onChange(joinValues(words.map((word) => word.value)) || null)}
      loadOptions={load}
      placeholder="Any"
    />
  );
}
