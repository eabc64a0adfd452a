'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import type { Choice } from '@/lib/formats/tables/report';
import type { TableView } from '@/lib/formats/tables/view';
import { ChosenFile } from './chosen-file';
import { ColumnHelp } from './column-help';
import { DifferingRows } from './differing-rows';
import { ImportBar } from './import-bar';
import { PlanSummary } from './plan-summary';
import { PreviewGrid } from './preview-grid';
import { ProblemGroups } from './problem-groups';
import { TableDone } from './table-done';
import { useTableImport } from './use-table-import';

const noChoices: Readonly<Record<number, Choice>> = {};

/** Import of a table: choose which, take the template, drop the file, see what would happen, decide, import, undo. */
export function TableImport({ tables, initial }: { tables: readonly TableView[]; initial: string }) {
  const router = useRouter();
  const [name, setName] = useState(initial);
  const [file, setFile] = useState<File | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const [onDifference, setOnDifference] = useState<Choice>('keep');
  const [choices, setChoices] = useState(noChoices);
  const { plan, done, failure, work, run, cancel, again, restart } = useTableImport({
    table: name,
    file,
    sheet,
    onDifference,
    choices,
  });
  // The list of past imports below is the server's.
  useEffect(() => {
    if (done) router.refresh();
  }, [done, router]);

  const table = tables.find((one) => one.name === name) ?? tables[0];
  const isImporting = work?.kind === 'import';
  if (!table) return null;

  function take(next: File | null) {
    setFile(next);
    setSheet(null);
    setChoices(noChoices);
    setOnDifference('keep');
  }

  function choose(next: string | null) {
    if (!next) return;
    setName(next);
    setSheet(null);
    setChoices(noChoices);
    window.history.replaceState(null, '', `?table=${next}`);
  }

  function leave() {
    take(null);
    restart();
    router.refresh();
  }

  if (done) return <TableDone report={done} table={table} onRestart={leave} onUndone={leave} />;
  const differing = plan?.rows.filter(({ isChoice }) => isChoice) ?? [];
  return (
    <div className="flex flex-col gap-5">
      <div className="flex max-w-5xl flex-wrap items-end gap-x-4 gap-y-3">
        <Field label="Table" className="w-full sm:w-64">
          <Select
            value={table.name}
            options={tables.map((one) => ({ value: one.name, label: one.label }))}
            disabled={isImporting}
            onChange={choose}
          />
        </Field>
        <Button asChild>
          <a href={`/api/private/import/${table.name}/`} download={`${table.name}.csv`}>
            Download the template
          </a>
        </Button>
      </div>
      <details className="max-w-6xl">
        <summary className="w-fit cursor-pointer py-1 text-sm font-medium">Columns of this table</summary>
        <ColumnHelp table={table} />
      </details>
      <FileDrop
        label={`Drop a file of ${table.label.toLowerCase()} here`}
        hint="CSV or Excel (.xlsx), up to 10,000 rows. Nothing is written until you have seen what would change."
        accept=".csv,.tsv,.txt,.xlsx"
        disabled={isImporting}
        onFiles={([first]) => first && void inMemory(first).then(take)}
        className="max-w-5xl py-6!"
      />
      {file ? (
        <ChosenFile
          file={file}
          sheets={plan?.file.sheets ?? []}
          sheet={sheet ?? plan?.file.sheet ?? null}
          disabled={isImporting}
          onSheet={setSheet}
          onRemove={() => take(null)}
        />
      ) : null}
      {failure ? (
        <Callout
          tone={failure.code === 'cancelled' ? 'warning' : 'danger'}
          role="alert"
          className="max-w-5xl"
          title={failure.code === 'not_signed_in' ? 'You were signed out' : undefined}
          action={
            <Button size="sm" onClick={again}>
              Check again
            </Button>
          }
        >
          {failure.code === 'not_signed_in'
            ? 'Sign in again in a new tab, come back here and check again. Your file is still here.'
            : failure.message}
        </Callout>
      ) : null}
      {file && plan ? (
        <section aria-label="What the import would do" aria-busy={work !== null} className="flex flex-col gap-5">
          <PlanSummary plan={plan} />
          {plan.problems.length > 0 ? <ProblemGroups groups={plan.problems} /> : null}
          {differing.length > 0 ? (
            <DifferingRows
              rows={differing}
              onDifference={onDifference}
              choices={choices}
              disabled={isImporting}
              onAll={(choice) => {
                setOnDifference(choice);
                setChoices(noChoices);
              }}
              onRow={(row, choice) => setChoices((before) => ({ ...before, [row]: choice }))}
            />
          ) : null}
          <PreviewGrid report={plan} />
        </section>
      ) : work ? (
        <Skeleton className="h-24" />
      ) : null}
      {file ? <ImportBar plan={plan} work={work} onRun={run} onCancel={cancel} /> : null}
    </div>
  );
}

/** A copy that stays what it is when the file is saved anew: what was checked is what is imported. */
const inMemory = async (file: File): Promise<File> =>
  new File([await file.arrayBuffer()], file.name, { type: file.type });
