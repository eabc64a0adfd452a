'use client';

import { useCallback } from 'react';
import { MultiCombobox } from './multi-combobox';

export interface TagsInputProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Tags in use that fit what is typed. Keep the function the same between renders. */
  loadSuggestions?: (query: string) => Promise<readonly string[]>;
  placeholder?: string;
  name?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-label'?: string;
}

const none = async () => [];

/** Free words as chips. Enter or a comma ends one; a pasted list is split. */
export function TagsInput({ value, onChange, loadSuggestions, placeholder = 'Add a tag…', ...props }: TagsInputProps) {
  const loadOptions = useCallback(
    async (query: string) => (loadSuggestions ? await loadSuggestions(query) : await none()).map(asOption),
    [loadSuggestions],
  );

  function add(text: string) {
    const known = new Set(value.map((tag) => tag.toLowerCase()));
    const fresh = splitTags(text).filter((tag) => !known.has(tag.toLowerCase()));
    if (fresh.length > 0) onChange([...value, ...fresh]);
  }

  return (
    <MultiCombobox
      {...props}
      placeholder={placeholder}
      value={value.map(asOption)}
      onChange={(options) => onChange(options.map((option) => option.value))}
      loadOptions={loadOptions}
      onCreate={(query) => asOption(query)}
      createLabel={(query) => `Add “${query}”`}
      emptyText="Type a word and press Enter"
      onKeyDown={(event, query, reset) => {
        if (event.key !== ',' && event.key !== ';') return;
        event.preventDefault();
        add(query);
        reset();
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text');
        if (!/[,;\n\t]/.test(text)) return;
        event.preventDefault();
        add(text);
      }}
    />
  );
}

/** The words of a list separated by commas, semicolons, tabs or lines; each once, whatever its case. */
export function splitTags(text: string): string[] {
  const tags = new Map<string, string>();
  for (const part of text.split(/[,;\n\t]/)) {
    const tag = part.trim().replaceAll(/\s+/g, ' ');
    if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

function asOption(tag: string) {
  return { value: tag, label: tag };
}
