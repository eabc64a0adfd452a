/** What the check or the import of a table answers; plain data for the page and for the API. */

/** Something wrong: `row` counts as in the file, the header is 1; `column` is null where it is about the whole row. */
export type CellProblem = {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  /** What to write instead. */
  readonly suggestion: string | null;
};

/** The same problem in one column of several rows. */
export type ProblemGroup = Omit<CellProblem, 'row'> & { readonly rows: readonly number[] };

/** What was read in a way that a person should know of, with the first rows that it is about. */
export type Notice = { readonly column: string; readonly message: string; readonly rows: readonly number[] };

/** What to do with a row that differs from the record that exists. */
export type Choice = 'keep' | 'update';

/** `unchecked`: its cells are sound, and a missing column kept the rest from being asked. */
export type RowStatus = 'create' | 'update' | 'keep' | 'unchanged' | 'invalid' | 'unchecked';

/** One value of an existing record that the row says otherwise; texts as a cell would hold them. */
export type Change = {
  readonly column: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export type RowReport = {
  readonly row: number;
  readonly status: RowStatus;
  /** What the record is called. */
  readonly title: string;
  /** Null where the record does not exist (yet). */
  readonly id: string | null;
  readonly changes: readonly Change[];
  /** Whether `changes` wait for a person: kept unless they choose. */
  readonly isChoice: boolean;
  /** The cells as they were read, in the order of `header`, cut where long. */
  readonly cells: readonly string[];
  /** Columns with a problem. */
  readonly bad: readonly string[];
};

export type TableReport = {
  readonly dry_run: boolean;
  readonly table: string;
  readonly file: {
    readonly name: string;
    /** SHA-256 of what was read, in hex. An import names it, so that it writes what was checked. */
    readonly hash: string;
    readonly sheet: string | null;
    readonly sheets: readonly string[];
    readonly remarks: readonly string[];
  };
  /** The id of the import, by which it is undone; null where nothing was written. */
  readonly id: string | null;
  readonly counts: Readonly<Record<RowStatus, number>> & { readonly rows: number; readonly problems: number };
  readonly header: readonly string[];
  readonly problems: readonly ProblemGroup[];
  readonly notices: readonly Notice[];
  /** Those that need a person first, then the first of the others; `counts.rows` says how many there are. */
  readonly rows: readonly RowReport[];
};

/** Rows in a report: enough to see what is meant. */
export const rowsShown = 500;

/** Puts problems of the same kind in the same column together, in the order in which they come. */
export function groupProblems(problems: readonly CellProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup & { rows: number[] }>();
  for (const { row, ...problem } of problems) {
    const key = JSON.stringify([problem.column, problem.code, problem.message]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { ...problem, rows: [row] });
  }
  return [...groups.values()];
}

/** Row numbers as people write them: `3, 7–12`. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
