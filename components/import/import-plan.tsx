'use client';

import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { Choice, Report } from './report';

/** The files chosen so far. */
export function Chosen({ files, onRemove }: { files: readonly File[]; onRemove: ((index: number) => void) | null }) {
  return (
    <ul aria-label="Chosen files" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {files.map((file, index) => (
        <li key={`${file.name}:${file.lastModified}:${file.size}`} className="flex items-center gap-1">
          {file.name}
          {onRemove ? (
            <IconButton size="sm" label={`Leave out ${file.name}`} onClick={() => onRemove(index)}>
              <X aria-hidden />
            </IconButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the import would do, in one sentence. */
export function Summary({ plan, onAll }: { plan: Report; onAll: (choice: Choice) => void }) {
  const { create, update, unchanged, invalid, conflicts } = plan.counts;
  const parts = [
    `${create} new`,
    `${update} with changes`,
    `${unchanged} unchanged`,
    `${invalid} with problems`,
  ].filter((part) => !part.startsWith('0 '));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status">
        <span className="font-medium">{plan.files.length === 1 ? 'One file' : `${plan.files.length} files`}</span>:{' '}
        {parts.join(', ')}
        {conflicts > 0
          ? `; ${conflicts === 1 ? 'one conflict waits' : `${conflicts} conflicts wait`} for your choice`
          : ''}
        .
      </p>
      {conflicts > 1 ? (
        <span className="flex gap-2">
          <Button size="sm" onClick={() => onAll('keep')}>
            Keep the portal’s values
          </Button>
          <Button size="sm" onClick={() => onAll('overwrite')}>
            Take the files’ values
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** The way on, or why there is none yet. */
export function ImportButton({
  plan,
  isBusy,
  isRunning,
  onRun,
}: {
  plan: Report;
  isBusy: boolean;
  isRunning: boolean;
  onRun: () => void;
}) {
  const { create, update, invalid, conflicts } = plan.counts;
  const count = create + update;
  const why =
    conflicts > 0
      ? 'Choose what to do about each conflict first.'
      : count === 0
        ? 'There is nothing to import.'
        : invalid > 0
          ? 'Files with problems are left out.'
          : '';
  return (
    <div className="flex flex-wrap items-center gap-3 border-t pt-3">
      <Button variant="primary" pending={isRunning} disabled={isBusy || count === 0 || conflicts > 0} onClick={onRun}>
        Import {count === 1 ? 'one session' : `${count} sessions`}
      </Button>
      <span className="text-sm text-muted-foreground">{why}</span>
    </div>
  );
}
