'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useId, useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
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
  const open = conflicts.filter(
    ({ field, choice }) => (details.choices[choiceKey(file, field)] ?? choice) === null,
  ).length;
  const needsPerson = !isDone && (status === 'invalid' || conflicts.length > 0);
  const [isOpen, setIsOpen] = useState<boolean | null>(null);
  const detailsId = useId();
  const isShown = isOpen ?? needsPerson;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const name = session?.name ?? file;
  return (
    <li>
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 px-1 py-1 hover:bg-muted/50 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_13rem]">
        <div className="flex min-w-0 items-center gap-2">
          <button
            type="button"
            aria-expanded={isShown}
            aria-controls={detailsId}
            className="flex min-h-7 min-w-0 items-center gap-2 text-left"
            onClick={() => setIsOpen(!isShown)}
          >
            <ChevronRight
              aria-hidden
              className={cn('size-4 shrink-0 text-muted-foreground transition-transform', isShown && 'rotate-90')}
            />
            <span className="w-20 shrink-0">
              <Badge tone={open > 0 ? 'warning' : states[status].tone}>
                {open > 0 ? 'Conflict' : isDone ? states[status].done : states[status].planned}
              </Badge>
            </span>
            <span className={session?.id ? 'sr-only' : 'truncate'}>{name}</span>
          </button>
          {session?.id ? (
            <Link
              href={`/sessions/${session.id}`}
              className="truncate py-0.5 text-accent underline-offset-2 hover:underline"
            >
              {name}
            </Link>
          ) : null}
        </div>
        <span className="hidden min-w-0 truncate text-sm text-muted-foreground sm:block" title={file}>
          {name === file ? '' : file}
        </span>
        <span className="pl-8 text-sm whitespace-nowrap text-muted-foreground tabular-nums sm:pl-0 sm:text-right">
          {errors > 0
            ? count(errors, 'problem')
            : subject
              ? `${subject.name}${subject.status === 'create' ? ', new' : ''} · ${count(fields.length, 'value')}`
              : ''}
        </span>
      </div>
      <div id={detailsId} hidden={!isShown} className="pr-2 pb-2 pl-8">
        {isShown ? (
          <FileDetails
            report={report}
            {...details}
            onChoose={isDone ? null : details.onChoose}
            onPipeline={isDone ? null : details.onPipeline}
          />
        ) : null}
      </div>
    </li>
  );
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
