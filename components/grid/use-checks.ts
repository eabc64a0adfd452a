'use client';

import { useEffect, useRef, useState } from 'react';
import type { FoundLinks, GridProblem, GridResult, GridRow } from '@/lib/declare/grid';
import type { GridActions } from './grid-actions';
import { isRowChanged, sentRow, type Sheet, type SheetRow } from './sheet';

/** What the server has said of a row, as it was then. */
type Verdict = {
  readonly row: SheetRow;
  readonly problems: readonly GridProblem[];
  readonly found: readonly FoundLinks[];
};

/** After so long without a change the rows are checked. */
const pauseMilliseconds = 700;
/** Rows in one check: a check holds the records that it tries for a moment. */
const rowsAtOnce = 100;

/** Has changed rows checked by the server when typing pauses, and keeps what it says of each. */
export function useChecks(
  sheet: Sheet,
  check: GridActions['check'],
  onStale: (now: ReadonlyMap<number, GridRow>) => void,
) {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, Verdict>>(new Map());
  const [isChecking, setChecking] = useState(false);
  const latest = useRef(onStale);
  latest.current = onStale;
  const asked = useRef<Sheet | null>(null);

  function take(rows: readonly SheetRow[], { problems, found, stale }: GridResult) {
    setVerdicts((before) => {
      const next = new Map(before);
      const of = <T extends { readonly key: number }>(list: readonly T[], key: number) =>
        list.filter((one) => one.key === key);
      for (const row of rows) next.set(row.key, { row, problems: of(problems, row.key), found: of(found, row.key) });
      return next;
    });
    if (stale.length > 0) latest.current(new Map(stale.map(({ key, row }) => [key, row])));
  }
  const takeNow = useRef(take);
  takeNow.current = take;

  useEffect(() => {
    const waiting = sheet.rows.filter((row) => isRowChanged(row) && verdicts.get(row.key)?.row !== row);
    if (waiting.length === 0) return setChecking(false);
    let isCurrent = true;
    async function run() {
      setChecking(true);
      const rows = waiting.slice(0, rowsAtOnce);
      const answer = await check(rows.map(sentRow)).catch(() => null);
      // What was changed meanwhile is checked again; of the others it holds. Without an answer a save says why.
      if (answer?.ok) takeNow.current(rows, answer.result);
      else if (isCurrent) setChecking(false);
    }
    // One part after the other; only the first waits for a pause.
    const isGoingOn = asked.current === sheet;
    asked.current = sheet;
    const timer = setTimeout(() => void run(), isGoingOn ? 0 : pauseMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [sheet, verdicts, check]);

  return { verdicts, isChecking, take };
}

export type Verdicts = ReadonlyMap<number, Verdict>;
