import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { TableReport } from '@/lib/formats/tables/report';
import type { Work } from './use-table-import';

type ImportBarProps = { plan: TableReport | null; work: Work | null; onRun: () => void; onCancel: () => void };

const number = (count: number) => count.toLocaleString('en');

/** How far the check or the import is, and the way on, or why there is none yet. */
export function ImportBar({ plan, work, onRun, onCancel }: ImportBarProps) {
  const { create = 0, update = 0, problems = 0 } = plan?.counts ?? {};
  const count = create + update;
  const why =
    problems > 0
      ? 'Correct the file and choose it again: all of it is imported, or nothing.'
      : count === 0
        ? 'There is nothing to import.'
        : 'Everything is written at once, or nothing.';
  return (
    <div className="flex flex-col gap-3">
      {work?.progress ? (
        <ProgressBar
          label={`${work.kind === 'check' ? 'Checking' : 'Importing'}, ${number(work.progress.done)} of ${number(work.progress.total)} rows`}
          value={work.progress.done}
          max={Math.max(1, work.progress.total)}
        />
      ) : null}
      {plan ? (
        <div className="flex flex-wrap items-center gap-3 border-t pt-3">
          <Button
            variant="primary"
            pending={work?.kind === 'import'}
            disabled={work?.kind === 'check' || problems > 0 || count === 0}
            onClick={onRun}
          >
            Import {count === 1 ? 'one row' : `${number(count)} rows`}
          </Button>
          {work?.kind === 'import' ? <Button onClick={onCancel}>Cancel</Button> : null}
          <span className="text-sm text-muted-foreground">{why}</span>
        </div>
      ) : null}
    </div>
  );
}
