'use client';

import { useCallback } from 'react';
import { Combobox } from '../../ui/combobox';
import { MultiCombobox } from '../../ui/multi-combobox';
import type { FieldSource, FilterProps, InputProps } from '../field-parts';
import { joinValues, splitValues } from '../filter-text';
import { idsOf, toId } from '../read-value';
import { unseen } from '../unseen';

const optionOf = (source: FieldSource, model: string, id: string) => ({
  value: id,
  label: source.titleOf(model, id) ?? 'Not visible to you',
});

/** One record, found by typing; only what may be linked is offered. */
export function ReferenceInput({ name, field, value, onChange, id, source }: InputProps) {
  const model = 'to' in field ? String(field.to) : '';
  const load = useCallback((query: string) => source.candidates(name, query), [source, name]);
  const [chosen] = idsOf(value);
  return (
    <Combobox
      id={id}
      value={chosen ? optionOf(source, model, chosen) : null}
      onChange={(option) => onChange(option ? toId(option.value) : null)}
      loadOptions={load}
      clearable={!field.required}
      emptyText="Nothing found that may be linked here"
    />
  );
}

/** Several records, as chips. */
export function ReferencesInput({ name, field, value, onChange, id, source }: InputProps) {
  const model = 'to' in field ? String(field.to) : 'group';
  const load = useCallback(
    (query: string) => ('to' in field ? source.candidates(name, query) : source.search(model, query)),
    [source, name, field, model],
  );
  return (
    <MultiCombobox
      id={id}
      value={idsOf(value).map((one) => optionOf(source, model, one))}
      onChange={(options) => onChange(options.map((option) => toId(option.value)))}
      loadOptions={load}
    />
  );
}

/** Any of several records. */
export function ReferenceFilter({ id, field, value, onChange, source }: FilterProps) {
  const model = 'to' in field ? String(field.to) : 'group';
  const load = useCallback((query: string) => source.search(model, query), [source, model]);
  return (
    <MultiCombobox
      id={id}
      aria-label={field.label}
      value={splitValues(value ?? '').map((one) => ({ value: one, label: source.titleOf(model, one) ?? unseen }))}
      onChange={(options) => onChange(joinValues(options.map((option) => option.value)) || null)}
      loadOptions={load}
      placeholder="Any"
    />
  );
}
