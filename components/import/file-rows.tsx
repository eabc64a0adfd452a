'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { FileDetails, type FileDetailsProps } from './file-details';
import { choiceKey, type FileReport } from './report';

type FileRowsProps = Omit<FileDetailsProps, 'report'> & { files: readonly FileReport[]; isDone: boolean };

const states: Readonly<Record<FileReport['status'], { tone: Tone; planned: string; done: string }>> = {
  create: { tone: 'success', planned: 'New', done: 'Created' },
  update: { tone: 'info', planned: 'Changes', done: 'Changed' },
  unchanged: { tone: 'neutral', planned: 'Unchanged', done: 'Unchanged' },
  invalid: { tone: 'danger', planned: 'Problems', done: 'Left out' },
};

/** One line for each file, which opens into what it brings. Files that need a person are open from the start. */
export function FileRows({ files, isDone, ...details }: FileRowsProps) {
  return (
    <ul aria-label={isDone ? 'Imported files' : 'Files to import'} className="divide-y border-y">
      {files.map((report) => (
        <FileRow key={report.file} report={report} isDone={isDone} {...details} />
      ))}
    </ul>
  );
}

function FileRow({ report, isDone, ...details }: Omit<FileRowsProps, 'files'> & { report: FileReport }) {
  const { file, status, session, subject, conflicts, fields, problems } = report;
  const open = conflicts.filter(({ field, choice }) => (details.choices[choiceKey(file, field)] ?? choice) === null).length;
  const needsPerson = !isDone && (status === 'invalid' || conflicts.length > 0);
  const [isOpen, setIsOpen] = useState<boolean | null>(null);
  const isShown = isOpen ?? needsPerson;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <li>
      <details open={isShown} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group">
        <summary className="grid cursor-pointer list-none grid-cols-[auto_5.5rem_minmax(0,1fr)] items-center gap-x-2.5 gap-y-0.5 px-1 py-1.5 hover:bg-muted/50 sm:grid-cols-[auto_5.5rem_minmax(0,1fr)_minmax(0,1fr)_auto]">
          <ChevronRight aria-hidden className="size-4 text-muted-foreground transition-transform group-open:rotate-90" />
          <span>
            <Badge tone={open > 0 ? 'warning' : states[status].tone}>{open > 0 ? 'Conflict' : isDone ? states[status].done : states[status].planned}</Badge>
          </span>
          <span className="min-w-0 truncate" title={file}>
            {session?.id ? (
              <Link href={`/sessions/${session.id}`} className="text-accent underline-offset-2 hover:underline">
                {session.name}
              </Link>
            ) : (
              (session?.name ?? file)
            )}
          </span>
          <span className="col-start-3 min-w-0 truncate text-sm text-muted-foreground sm:col-start-auto" title={file}>
            {session && session.name !== file ? file : ''}
          </span>
          <span className="col-start-3 text-sm whitespace-nowrap text-muted-foreground tabular-nums sm:col-start-auto">
            {errors > 0 ? count(errors, 'problem') : subject ? `${subject.name}${subject.status === 'create' ? ', new' : ''} · ${count(fields.length, 'value')}` : ''}
          </span>
        </summary>
        {isShown ? (
          <div className="pr-2 pb-2 pl-8">
            <FileDetails report={report} {...details} onChoose={isDone ? null : details.onChoose} onPipeline={isDone ? null : details.onPipeline} />
          </div>
        ) : null}
      </details>
    </li>
  );
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
