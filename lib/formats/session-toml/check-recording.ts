import type { Problem } from '@/lib/declare/problem';
import { readPattern } from './glob/faults';

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Checks the patterns of a session's recording files as they are entered: none may leave the session's folder (REQ-003).
 * What the format asks beyond that is said when the file is exported, so that a session can be entered step by step.
 */
export function checkRecording(recording: Readonly<Record<string, unknown>>): Problem[] {
  const problems: Problem[] = [];
  const check = (path: string, pattern: unknown) => {
    if (typeof pattern !== 'string' || pattern === '') return;
    for (const { code, message, hint } of readPattern(pattern).faults)
      problems.push({ path, code, message: hint ? `${message} ${hint}` : message });
  };
  check('bpod_path', recording.bpod_path);
  for (const list of ['ttls', 'cameras']) {
    const rows = recording[list];
    if (Array.isArray(rows))
      rows.forEach((row: unknown, index) => check(`${list}[${index}].paths`, isRow(row) ? row.paths : null));
  }
  return problems;
}
