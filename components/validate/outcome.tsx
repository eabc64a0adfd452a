'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import type { Problem } from '@/lib/formats/session-toml/problems';
import type { Profile } from '@/lib/formats/session-toml/shape';
import type { Checked } from './checker';
import type { OpenedFile } from './opened-file';
import { ProblemList } from './problem-list';
import { Summary } from './summary';

interface OutcomeProps {
  file: OpenedFile;
  result: Checked | null;
  onProfile: (profile: Profile) => void;
  onChoose: (problem: Problem) => void;
}

/** What the check says about the current file, and what can be taken from it. */
export function Outcome({ file, result, onProfile, onChoose }: OutcomeProps) {
  const isEmpty = file.text === '' && file.bytes === null;
  return (
    <section aria-label="Outcome" className="flex min-w-0 flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <div role="status">
          {isEmpty ? <span className="text-muted-foreground">No text yet</span> : <Summary result={result} />}
        </div>
        <div className="flex items-center gap-2">
          {result?.canonical ? <CopyButton text={result.canonical} label="Copy canonical form" showLabel /> : null}
          {isEmpty ? null : (
            <Button size="sm" variant="ghost" onClick={() => download(file)}>
              <Download aria-hidden />
              Save
            </Button>
          )}
        </div>
      </div>
      {result?.alternative && !isEmpty ? (
        <Callout
          title="The pipeline reads this file"
          action={
            <Button size="sm" onClick={() => onProfile('pipeline')}>
              Check as pipeline
            </Button>
          }
        >
          It fails format 1.0 only where the pipeline’s own loader allows more.
        </Callout>
      ) : null}
      {result && !isEmpty && result.problems.length > 0 ? (
        <ProblemList key={`${file.id}`} problems={result.problems} onChoose={onChoose} />
      ) : null}
      {result?.valid && result.problems.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          It keeps every rule of the format. The canonical form has the same content in a fixed order and spelling.
        </p>
      ) : null}
    </section>
  );
}

function download(file: OpenedFile) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file.bytes?.slice() ?? file.text], { type: 'application/toml' }));
  link.download = file.name.split('/').at(-1) ?? 'session.toml';
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
