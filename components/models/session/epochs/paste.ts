import { parse } from 'csv-parse/browser/esm/sync';
import { parseDuration } from '@/components/ui/duration';

export type PasteColumn = 'name' | 'start' | 'end' | 'length';
/** Where something is wrong; rows count from 1, as in the spreadsheet that was copied. */
export type PasteProblem = { readonly row: number; readonly column: PasteColumn | null; readonly message: string };
export type PastedEpoch = {
  readonly row: number;
  readonly name: string;
  readonly start: number | null;
  readonly end: number | null;
};
export type Pasted = { readonly epochs: readonly PastedEpoch[]; readonly problems: readonly PasteProblem[] };

/** Headings as people write them. */
const headings: Readonly<Record<PasteColumn, readonly string[]>> = {
  name: ['name', 'epoch', 'epoch name', 'label', 'title'],
  start: ['start', 'from', 'begin', 'onset', 'start time'],
  end: ['end', 'stop', 'to', 'until', 'offset', 'end time', 'stop time'],
  length: ['duration', 'length', 'dur', 'lasts'],
};
const usual: readonly PasteColumn[] = ['name', 'start', 'end'];
export const pasteRowsMax = 500;
const nameMax = 100;

type Cell = { value: number | null; problem: string | null };

/** Reads rows copied from a spreadsheet: a name, a start, and a stop or a duration, with or without a heading. */
export function readPaste(text: string, taken: readonly string[]): Pasted {
  const rows = cellsOf(text);
  if (!rows) {
    return { epochs: [], problems: [{ row: 1, column: null, message: 'A quotation mark is not closed.' }] };
  }
  const top = rows.findIndex((cells) => cells.some((cell) => cell !== ''));
  const heading = (rows[top] ?? []).map(columnOf);
  const hasHeading = heading.includes('name') && (heading.includes('start') || heading.includes('end'));
  const columns = hasHeading ? heading : usual;
  const names = new Set(taken);
  const epochs: PastedEpoch[] = [];
  const problems: PasteProblem[] = [];
  rows.forEach((cells, index) => {
    if ((hasHeading && index === top) || cells.every((cell) => cell === '')) return;
    const read = readRow(cells, columns, index + 1, names);
    names.add(read.epoch.name);
    epochs.push(read.epoch);
    problems.push(...read.problems);
  });
  if (epochs.length > pasteRowsMax)
    problems.push({ row: pasteRowsMax + 1, column: null, message: `At most ${pasteRowsMax} rows at a time.` });
  return { epochs, problems };
}

const columnOf = (cell: string): PasteColumn | null => {
  const word = cell
    .toLowerCase()
    .replace(/[_-]/g, ' ')
    .replace(/\s*[([].*$/, '')
    .trim();
  // the keys of the object above
  return (Object.keys(headings) as PasteColumn[]).find((column) => headings[column].includes(word)) ?? null;
};

function cellsOf(text: string): string[][] | null {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const delimiter = ['\t', ';'].find((one) => line.includes(one)) ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, trim: true });
  } catch {
    return null;
  }
}

function readRow(
  cells: readonly string[],
  columns: readonly (PasteColumn | null)[],
  row: number,
  names: ReadonlySet<string>,
): { epoch: PastedEpoch; problems: PasteProblem[] } {
  const textIn = (column: PasteColumn) => cells[columns.indexOf(column)] ?? '';
  const problems: PasteProblem[] = [];
  const tell = (column: PasteColumn, message: string | null) => {
    if (message) problems.push({ row, column, message });
  };
  const name = textIn('name');
  tell('name', wrongName(name, names));
  const [start, stop, length] = (['start', 'end', 'length'] as const).map((column): Cell => {
    const read = timeIn(textIn(column));
    tell(column, read.problem);
    return read;
  });
  const from = start?.value ?? null;
  const lasts = length?.value ?? null;
  const given = stop?.value ?? null;
  const end = given ?? (from !== null && lasts !== null ? from + lasts : null);
  if (from === null && start?.problem === null) tell('start', 'Say when it starts.');
  if (from !== null && end !== null && end < from) tell('end', 'It ends before it starts.');
  if (given !== null && lasts !== null && from !== null && given - from !== lasts)
    tell('length', 'The duration is not that from start to stop. Leave one of them out.');
  return { epoch: { row, name, start: from, end }, problems };
}

function wrongName(name: string, names: ReadonlySet<string>): string | null {
  if (name === '') return 'Give it a name.';
  if (name.length > nameMax) return `At most ${nameMax} characters.`;
  return names.has(name) ? `There is an epoch “${name}” already.` : null;
}

function timeIn(text: string): Cell {
  if (text === '') return { value: null, problem: null };
  const read = parseDuration(text);
  return read.value !== null && read.value < 0
    ? { value: null, problem: 'It lies before the onset of the session.' }
    : { value: read.value, problem: read.problem };
}
