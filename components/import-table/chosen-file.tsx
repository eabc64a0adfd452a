'use client';

import { X } from 'lucide-react';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';

type ChosenFileProps = {
  file: File;
  /** The sheets of a workbook, as far as they are known. */
  sheets: readonly string[];
  sheet: string | null;
  disabled: boolean;
  onSheet: (sheet: string | null) => void;
  onRemove: () => void;
};

/** The file that was chosen, and which of its sheets is meant. */
export function ChosenFile({ file, sheets, sheet, disabled, onSheet, onRemove }: ChosenFileProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      <p className="flex min-h-8 items-center gap-1 text-sm">
        <span className="sr-only">Chosen file:</span> {file.name}
        <IconButton size="sm" label={`Leave out ${file.name}`} disabled={disabled} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </p>
      {sheets.length > 1 ? (
        <Field label="Sheet" className="w-56">
          <Select
            value={sheet}
            options={sheets.map((name) => ({ value: name, label: name }))}
            disabled={disabled}
            onChange={onSheet}
          />
        </Field>
      ) : null}
    </div>
  );
}
