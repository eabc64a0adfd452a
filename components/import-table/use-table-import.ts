'use client';

import { useEffect, useRef, useState } from 'react';
import type { ImportFailure } from '@/components/import/lines';
import type { Choice, TableReport } from '@/lib/formats/tables/report';
import { sendTable, type Progress } from './send-table';

export type TableSettings = {
  readonly table: string;
  readonly file: File | null;
  readonly sheet: string | null;
  readonly onDifference: Choice;
  readonly choices: Readonly<Record<number, Choice>>;
};

/** What is going on: a check (which a newer one ends) or an import (which the person may cancel). */
export type Work = { readonly kind: 'check' | 'import'; readonly progress: Progress | null };

/** Checks the file anew after each change, and imports it when asked. Whatever fails, the file and the choices stay. */
export function useTableImport({ table, file, sheet, onDifference, choices }: TableSettings) {
  const [plan, setPlan] = useState<TableReport | null>(null);
  const [done, setDone] = useState<TableReport | null>(null);
  const [failure, setFailure] = useState<ImportFailure | null>(null);
  const [work, setWork] = useState<Work | null>(null);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    setPlan(null);
    setFailure(null);
  }, [table, file]);

  useEffect(() => {
    if (!file) return;
    const ended = new AbortController();
    setWork({ kind: 'check', progress: null });
    setFailure(null);
    const request = { table, file, sheet, onDifference, choices, checked: null };
    sendTable(request, (progress) => setWork({ kind: 'check', progress }), ended.signal)
      .then((answer) => {
        if (answer.result) setPlan(answer.result);
        setFailure(answer.failure);
        setWork(null);
      })
      .catch(() => undefined); // ended by a newer check
    return () => {
      ended.abort();
      setWork(null);
    };
  }, [table, file, sheet, onDifference, choices, attempt]);

  // Leaving the page ends the import, which then has written nothing.
  useEffect(() => () => running.current?.abort(), []);

  async function run() {
    if (!file || !plan || work) return;
    const cancelling = new AbortController();
    running.current = cancelling;
    setFailure(null);
    setWork({ kind: 'import', progress: { done: 0, total: plan.counts.rows } });
    const request = { table, file, sheet, onDifference, choices, checked: plan.file.hash };
    try {
      const answer = await sendTable(request, (progress) => setWork({ kind: 'import', progress }), cancelling.signal);
      setFailure(answer.failure);
      // Something has changed since the check: the report says what, and nothing was written.
      if (answer.result && answer.result.counts.problems > 0) setPlan(answer.result);
      else if (answer.result) setDone(answer.result);
    } catch {
      setFailure({ code: 'cancelled', message: 'The import was cancelled. Nothing was written.' });
    }
    running.current = null;
    setWork(null);
  }

  return {
    plan,
    done,
    failure,
    work,
    run: () => void run(),
    cancel: () => running.current?.abort(),
    again: () => setAttempt((before) => before + 1),
    restart: () => setDone(null),
  };
}
