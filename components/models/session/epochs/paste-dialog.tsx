'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { writeDuration } from '@/components/ui/duration';
import { Field } from '@/components/ui/field';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { Textarea } from '@/components/ui/textarea';
import { readPaste, type PasteColumn, type PastedEpoch, type PasteProblem } from './paste';

interface PasteDialogProps {
  /** What was pasted already, before the dialog opened. */
  text: string;
  /** Names of the epochs there are. */
  taken: readonly string[];
  onAdd: (epochs: readonly { name: string; start: number | null; end: number | null }[]) => void;
  onClose: () => void;
}

const labels: Readonly<Record<PasteColumn, string>> = { name: 'Name', start: 'Start', end: 'Stop', length: 'Duration' };
const shownMax = 8;

/** Rows from a spreadsheet, shown as they were read before they are added. Problems are named by row and column. */
export default function PasteDialog({ text: first, taken, onAdd, onClose }: PasteDialogProps) {
  const [text, setText] = useState(first);
  const { epochs, problems } = useMemo(() => readPaste(text, taken), [text, taken]);
  const count = epochs.length === 1 ? 'one epoch' : `${epochs.length} epochs`;
  return (
    <Dialog
      open
      keepOpen={text !== ''}
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Paste epochs"
      description="Copy a name, a start and a stop from a spreadsheet; or a duration, under a heading that says so."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={epochs.length === 0 || problems.length > 0}
            onClick={() => onAdd(epochs.map(({ name, start, end }) => ({ name, start, end })))}
          >
            {epochs.length === 0 ? 'Add epochs' : `Add ${count}`}
          </Button>
        </>
      }
    >
      <Field label="Rows" help="Times as 0:05:00, 05:00, 300 (seconds), 5 min or 1h 30min.">
        <Textarea
          rows={6}
          value={text}
          spellCheck={false}
          className="font-mono text-sm!"
          placeholder={'Baseline\t0:00\t5:00\nTask\t5:00\t55:00'}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Problems problems={problems} />
      {epochs.length > 0 ? <Preview epochs={epochs} problems={problems} /> : null}
    </Dialog>
  );
}

function Problems({ problems }: { problems: readonly PasteProblem[] }) {
  return (
    <div role="status" className="mt-3">
      {problems.length > 0 ? (
        <>
          <p className="font-medium text-danger">
            {problems.length === 1
              ? 'One thing to mend in the rows above'
              : `${problems.length} things to mend in the rows above`}
          </p>
          <ul className="text-sm">
            {problems.slice(0, shownMax).map(({ row, column, message }) => (
              <li key={`${row}-${column}-${message}`}>
                Row {row}
                {column ? `, ${labels[column]}` : ''}: {message}
              </li>
            ))}
            {problems.length > shownMax ? <li>and {problems.length - shownMax} more</li> : null}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Preview({ epochs, problems }: { epochs: readonly PastedEpoch[]; problems: readonly PasteProblem[] }) {
  const isWrong = (row: number, ...columns: (PasteColumn | null)[]) =>
    problems.some((problem) => problem.row === row && columns.includes(problem.column)) ? 'text-danger' : '';
  const clock = (time: number | null) => (time === null ? '—' : writeDuration(time));
  return (
    <Table label="As they will be added" containerClassName="mt-3 max-h-64">
      <THead>
        <Tr>
          <Th numeric>Row</Th>
          <Th>Name</Th>
          <Th numeric>Start</Th>
          <Th numeric>End</Th>
        </Tr>
      </THead>
      <TBody>
        {epochs.map(({ row, name, start, end }) => (
          <Tr key={row}>
            <Td numeric>{row}</Td>
            <Td className={isWrong(row, 'name')}>{name || '—'}</Td>
            <Td numeric className={isWrong(row, 'start')}>
              {clock(start)}
            </Td>
            <Td numeric className={isWrong(row, 'end', 'length')}>
              {clock(end)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
