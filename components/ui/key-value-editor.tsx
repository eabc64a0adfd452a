'use client';

import { useEffect, useState } from 'react';
import { useProblem } from './field-context';
import { Input } from './input';
import { fromKeyValueRows, toKeyValueRows, type KeyValueRow } from './key-values';
import { RowsEditor } from './rows-editor';
import { Select } from './select';

export interface KeyValueEditorProps {
  id: string;
  value: Readonly<Record<string, string | number>> | null;
  /** Gets the acceptable entries; while others are not, the field says so and holds the form back. */
  onChange: (value: Record<string, string | number>) => void;
  name?: string;
  disabled?: boolean;
}

/** Fields of one's own: a name, and a text or a number. */
export function KeyValueEditor({ id, value, onChange, name, disabled = false }: KeyValueEditorProps) {
  const [rows, setRows] = useState(() => toKeyValueRows(value));
  const read = fromKeyValueRows(rows);
  const broken = Object.keys(read.errors).length > 0;
  useProblem(broken ? 'Some extra fields cannot be stored like this.' : null);

  // A value set from outside (a reset) replaces the rows.
  const outside = JSON.stringify(value ?? {});
  const inside = JSON.stringify(read.value);
  const [emitted, setEmitted] = useState(outside);
  useEffect(() => {
    if (outside === emitted) return;
    setEmitted(outside);
    if (outside !== inside) setRows(toKeyValueRows(value));
  }, [outside, emitted, inside, value]);

  function change(next: KeyValueRow[]) {
    setRows(next);
    const object = fromKeyValueRows(next).value;
    const json = JSON.stringify(object);
    if (json === outside) return;
    setEmitted(json);
    onChange(object);
  }

  return (
    <>
      <RowsEditor
        id={id}
        rows={rows}
        onChange={change}
        createRow={() => ({ key: '', text: '', type: 'text' as const })}
        rowName="field"
        errors={read.errors}
        duplicateRow={(row) => ({ ...row, key: '' })}
        ordered={false}
        disabled={disabled}
        columns={[
          {
            key: 'key',
            label: 'Name',
            width: 'minmax(8rem, 1fr)',
            render: ({ row, id: cellId, label, errors, change: set }) => (
              <Input
                id={cellId}
                aria-label={label}
                value={row.key}
                disabled={disabled}
                aria-invalid={errors.length > 0}
                aria-describedby={errors.length > 0 ? `${cellId}-errors` : undefined}
                className="font-mono text-sm"
                onChange={(event) => set({ ...row, key: event.target.value })}
              />
            ),
          },
          {
            key: 'value',
            label: 'Value',
            width: 'minmax(10rem, 2fr)',
            render: ({ row, id: cellId, label, errors, change: set }) => (
              <Input
                id={cellId}
                aria-label={label}
                value={row.text}
                disabled={disabled}
                aria-invalid={errors.length > 0}
                aria-describedby={errors.length > 0 ? `${cellId}-errors` : undefined}
                onChange={(event) => set({ ...row, text: event.target.value })}
              />
            ),
          },
          {
            key: 'type',
            label: 'Stored as',
            width: '6.5rem',
            render: ({ row, id: cellId, label, change: set }) => (
              <Select
                id={cellId}
                aria-label={label}
                value={row.type}
                disabled={disabled}
                options={[
                  { value: 'text', label: 'Text' },
                  { value: 'number', label: 'Number' },
                ]}
                onChange={(type) => set({ ...row, type: type === 'number' ? 'number' : 'text' })}
              />
            ),
          },
        ]}
      />
      {name ? <input type="hidden" name={name} value={inside} /> : null}
    </>
  );
}
