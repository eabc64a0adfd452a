import { broken, failureOf, linesOf, offline, type ImportFailure } from '@/components/import/lines';
import type { Choice, TableReport } from '@/lib/formats/tables/report';

export type Progress = { readonly done: number; readonly total: number };
export type TableRequest = {
  readonly table: string;
  readonly file: File;
  readonly sheet: string | null;
  readonly onDifference: Choice;
  readonly choices: Readonly<Record<number, Choice>>;
  /** The hash of the file that was checked; null for a check. */
  readonly checked: string | null;
};
export type Answer<T> =
  { readonly result: T; readonly failure: null } | { readonly result: null; readonly failure: ImportFailure };

type Line = Partial<Progress> & {
  readonly report?: TableReport;
  readonly undone?: true;
  readonly error?: ImportFailure;
};

/** Sends a file to be checked or imported and hears how far it is. Rejects only when `signal` ends it. */
export function sendTable(
  request: TableRequest,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Answer<TableReport>> {
  const { table, file, sheet, onDifference, choices, checked } = request;
  const form = new FormData();
  form.append('dry_run', String(checked === null));
  form.append('checked', checked ?? '');
  form.append('sheet', sheet ?? '');
  form.append('on_difference', onDifference);
  form.append('choices', JSON.stringify(choices));
  form.append('file', file, file.name);
  return ask(`/api/private/import/${table}/`, form, (line) => line.report, onProgress, signal);
}

/** Takes an import back. */
export const sendUndo = (id: string, onProgress: (progress: Progress) => void): Promise<Answer<true>> =>
  ask(`/api/private/import/undo/${id}/`, null, (line) => line.undone, onProgress);

async function ask<T>(
  address: string,
  body: FormData | null,
  resultOf: (line: Line) => T | undefined,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  let isAnswered = false;
  try {
    const headers = { Accept: 'application/x-ndjson' };
    const response = await fetch(address, { method: 'POST', headers, body, ...(signal ? { signal } : {}) });
    isAnswered = true;
    if (!response.ok || !response.body) return { result: null, failure: failureOf(await response.json()) };
    for await (const line of linesOf<Line>(response.body)) {
      const result = resultOf(line);
      if (result !== undefined) return { result, failure: null };
      if (line.error) return { result: null, failure: line.error };
      if (line.done !== undefined && line.total !== undefined) onProgress({ done: line.done, total: line.total });
    }
  } catch (error) {
    if (signal?.aborted) throw error;
  }
  return { result: null, failure: isAnswered ? broken : offline };
}
