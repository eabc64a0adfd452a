'use client';

import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useConfirm } from '@/components/ui/confirm';
import { toast } from '@/components/ui/toast';
import { FileRows } from './file-rows';
import type { Report } from './report';

type ImportDoneProps = {
  report: Report;
  zone: string;
  labels: Readonly<Record<string, string>>;
  undo: (ids: readonly string[]) => Promise<string | null>;
  onRestart: () => void;
};

/** What an import did, line by line, with the way to each session and back. */
export function ImportDone({ report, zone, labels, undo, onRestart }: ImportDoneProps) {
  const { create, update, invalid } = report.counts;
  const confirm = useConfirm();
  const [isUndoing, setIsUndoing] = useState(false);
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  const made = report.files.flatMap(({ status, session }) => (status === 'create' && session?.id ? [session.id] : []));

  async function takeBack() {
    const isSure = await confirm({
      title: made.length === 1 ? 'Delete the session again?' : `Delete the ${made.length} sessions again?`,
      description: 'The sessions that this import created are deleted; subjects and changes to other sessions stay.',
      confirmLabel: made.length === 1 ? 'Delete session' : 'Delete sessions',
      danger: true,
    });
    if (!isSure) return;
    setIsUndoing(true);
    const problem = await undo(made).catch(() => 'The server did not answer.');
    setIsUndoing(false);
    if (problem) return toast({ tone: 'danger', title: 'Not deleted', description: problem });
    toast({ tone: 'success', title: made.length === 1 ? 'Session deleted' : `${made.length} sessions deleted` });
    onRestart();
  }

  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <div ref={title} tabIndex={-1} className="outline-none">
        <Callout
          tone={invalid > 0 ? 'warning' : 'success'}
          role="status"
          title={`Imported into ${report.project.name}`}
        >
          {create} created, {update} changed{invalid > 0 ? `, ${invalid} left out because of problems` : ''}.
        </Callout>
      </div>
      <FileRows
        files={report.files}
        isDone
        zone={zone}
        labels={labels}
        choices={{}}
        onChoose={null}
        onPipeline={null}
      />
      <div className="flex flex-wrap gap-2">
        {made.length === 1 ? (
          <Button asChild variant="primary">
            <Link href={`/sessions/${made[0]}/edit?tab=epochs`}>Complete the session</Link>
          </Button>
        ) : null}
        <Button onClick={onRestart}>Import more</Button>
        {made.length > 0 ? (
          <Button variant="ghost" pending={isUndoing} onClick={() => void takeBack()}>
            Undo
          </Button>
        ) : null}
      </div>
    </div>
  );
}
