'use client';

import { X } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { Checked } from './checker';
import type { OpenedFile } from './opened-file';
import { Summary } from './summary';

interface FileListProps {
  files: readonly OpenedFile[];
  currentId: number;
  resultOf: (file: OpenedFile) => Checked | null;
  onChoose: (id: number) => void;
  onClose: (id: number) => void;
}

/** The opened files with the outcome of each. */
export function FileList({ files, currentId, resultOf, onChoose, onClose }: FileListProps) {
  return (
    <ul aria-label="Files" className="max-h-60 divide-y overflow-y-auto border-y">
      {files.map((file) => (
        <li
          key={file.id}
          className={cn('flex items-center gap-1 pr-1', file.id === currentId ? 'bg-muted' : 'hover:bg-muted/50')}
        >
          <button
            type="button"
            aria-current={file.id === currentId}
            onClick={() => onChoose(file.id)}
            className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 px-2 py-1.5 text-left text-sm"
          >
            <span className="min-w-0 truncate font-mono">{file.name}</span>
            <Summary result={resultOf(file)} />
          </button>
          <IconButton label={`Close ${file.name}`} size="sm" variant="ghost" onClick={() => onClose(file.id)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
