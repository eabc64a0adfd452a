'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { download } from '../ui/download';
import { DropdownMenu, MenuItem, MenuLabel } from '../ui/dropdown-menu';
import { toast } from '../ui/toast';
import type { ExportFormat, ExportRequest } from './export-format';

interface ExportMenuProps extends Omit<ExportRequest, 'format'> {
  /** First segment of the list's address. */
  path: string;
  /** What is exported: "19 subjects". */
  what: string;
}

const formats: readonly { format: ExportFormat; label: string; hint: string }[] = [
  { format: 'csv', label: 'CSV', hint: 'The columns shown' },
  { format: 'csv-excel', label: 'CSV for Excel', hint: 'The same, with the mark that Excel needs' },
  { format: 'ndjson', label: 'NDJSON', hint: 'Whole records, as the API has them' },
];

/** Saves what a list shows, or the rows chosen in it, as a file. */
export function ExportMenu({ path, what, query, ids }: ExportMenuProps) {
  const [pending, setPending] = useState(false);

  async function save(format: ExportFormat) {
    setPending(true);
    const body: ExportRequest = { format, query, ...(ids ? { ids } : {}) };
    const failure = await download(`/list-export/${path}`, body);
    setPending(false);
    if (failure) toast({ tone: 'danger', title: 'Not exported', description: failure });
  }

  return (
    <DropdownMenu
      trigger={
        <Button pending={pending}>
          {pending ? null : <Download aria-hidden />}
          Export
        </Button>
      }
    >
      <MenuLabel>{what}</MenuLabel>
      {formats.map(({ format, label, hint }) => (
        <MenuItem key={format} onSelect={() => void save(format)}>
          {label}
          <span className="block text-xs text-muted-foreground">{hint}</span>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
