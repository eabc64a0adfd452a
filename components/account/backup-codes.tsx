'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

interface BackupCodesProps {
  codes: readonly string[];
  /** Where to go on, and what to say for it. */
  next: string;
  nextLabel: string;
}

/** Fresh backup codes, which cannot be shown again. */
export function BackupCodes({ codes, next, nextLabel }: BackupCodesProps) {
  const text = `${codes.join('\n')}\n`;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="success" role="status" title="Keep these backup codes. They are not shown again.">
        Each signs you in once, when you have neither your app nor your mail. Print them, or put them where you keep
        passwords.
      </Callout>
      <ul aria-label="Backup codes" className="grid max-w-md gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="tabular-nums select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label="Copy codes" showLabel size="md" />
        <Button onClick={() => save(text)}>
          <Download aria-hidden />
          Download
        </Button>
        <Button asChild variant="primary">
          {/* A whole page: the frame around this one was made before there was a second factor. */}
          <a href={next}>{nextLabel}</a>
        </Button>
      </div>
    </div>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([`Backup codes for ${location.host}\n\n${text}`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'sulcus-backup-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
