'use client';

import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Checkbox } from '../ui/checkbox';
import { toast } from '../ui/toast';

export type UndoAnswer =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

export interface UndoRow {
  readonly name: string;
  readonly label: string;
  readonly state: 'ready' | 'touched' | 'hidden' | 'there';
  readonly now: ReactNode;
  readonly next: ReactNode;
}

interface UndoFormProps {
  rows: readonly UndoRow[];
  /** What the button says: "Undo", "Restore". */
  verb: string;
  done: string;
  /** Where to go afterwards. */
  backHref: string;
  apply: (names: readonly string[]) => Promise<UndoAnswer>;
}

const notes: Readonly<Record<UndoRow['state'], string>> = {
  ready: '',
  touched: 'Changed again since: tick it to set it back all the same.',
  hidden: 'It can’t be set back: it needs a value that you can’t see.',
  there: 'It has this value already.',
};

/** The fields that would be set back, each with its value now and then; what others have changed since is asked for. */
export function UndoForm({ rows, verb, done, backHref, apply }: UndoFormProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState(() => rows.filter(({ state }) => state === 'ready').map(({ name }) => name));
  const [failure, setFailure] = useState<{ code: string; message: string } | null>(null);
  const [pending, setPending] = useState(false);

  async function onApply() {
    setPending(true);
    setFailure(null);
    const answer = await apply(chosen).catch(() => ({
      ok: false as const,
      code: 'offline',
      message: 'The server did not answer. Try again in a moment.',
    }));
    setPending(false);
    if (!answer.ok) return setFailure(answer);
    toast({ tone: 'success', title: done });
    router.push(backHref);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      {failure ? (
        <Callout
          tone="danger"
          role="alert"
          action={failure.code === 'stale' ? <Button onClick={() => router.refresh()}>Look again</Button> : null}
        >
          {failure.code === 'stale' ? 'Someone has changed the record in the meantime.' : failure.message}
        </Callout>
      ) : null}
      <ul aria-label="Fields" className="flex flex-col divide-y border-y">
        {rows.map((row) => (
          <UndoRowItem
            key={row.name}
            row={row}
            isChosen={chosen.includes(row.name)}
            onChange={(isOn) =>
              setChosen((before) => (isOn ? [...before, row.name] : before.filter((name) => name !== row.name)))
            }
          />
        ))}
      </ul>
      <div>
        <Button variant="primary" disabled={chosen.length === 0} pending={pending} onClick={() => void onApply()}>
          {verb} {chosen.length} {chosen.length === 1 ? 'field' : 'fields'}
        </Button>
      </div>
    </div>
  );
}

interface UndoRowItemProps {
  row: UndoRow;
  isChosen: boolean;
  onChange: (isOn: boolean) => void;
}

function UndoRowItem({ row, isChosen, onChange }: UndoRowItemProps) {
  const canChoose = row.state === 'ready' || row.state === 'touched';
  return (
    <li className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[14rem_1fr_1fr]">
      <Checkbox
        value={isChosen}
        onChange={onChange}
        disabled={!canChoose}
        label={<span className="font-medium">{row.label}</span>}
        description={notes[row.state]}
      />
      <Side title="Now">{row.now}</Side>
      <Side title="Will be">{row.next}</Side>
    </li>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 text-sm break-words">
      <p className="text-xs text-muted-foreground">{title}</p>
      {children}
    </div>
  );
}
