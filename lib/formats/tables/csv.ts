import { CsvError, parse } from 'csv-parse/sync';
import { invalid } from '@/lib/errors';
import { columnsMax, rowsMax, toSheet, type Sheet } from './sheet';

const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
type Delimiter = keyof typeof delimiters;

/** Longest row, in characters: far above what fields may hold. */
const rowLengthMax = 1_000_000;
/** Most delimiters of a file. Those inside cells count, of which no table has as many; a parser makes a text of each cell. */
const delimitersMax = rowsMax * columnsMax;

/**
 * Reads a CSV file. UTF-8, UTF-16 and Windows-1252 are told apart, and commas, semicolons and tabs by the header.
 * @throws AppError invalid, at `file`, for what is no text or no CSV.
 */
export function readCsv(bytes: Uint8Array, knownColumns: Iterable<string>): Sheet {
  const { text, remark } = decode(bytes);
  const delimiter = delimiterOf(text, new Set(knownColumns));
  if (hasMoreThan(text, delimiter, delimitersMax))
    throw invalid(
      'file',
      'too-many-cells',
      `The file has more than ${(delimitersMax / 1e6).toLocaleString('en')} million cells: delete the empty columns beside the table.`,
    );
  const lines = parseLines(text, delimiter);
  const remarks = delimiter === ',' ? [] : [`The columns are separated by ${delimiters[delimiter]}.`];
  return toSheet(lines, remark ? [remark, ...remarks] : remarks);
}

function parseLines(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, {
      delimiter,
      // Rows beyond the limit are only counted, by one.
      to: rowsMax + 2,
      relax_column_count: true,
      trim: true,
      max_record_size: rowLengthMax,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? `Line ${cause.lines}: ` : '';
    throw invalid(
      'file',
      'not-csv',
      `${line}${faults[cause.code] ?? 'This is not a table with one row on each line.'}`,
    );
  }
}

function hasMoreThan(text: string, sign: string, max: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1 && count <= max; at = text.indexOf(sign, at + 1)) count += 1;
  return count > max;
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'a cell begins with a quotation mark and has none at its end. Close it, or double it inside a cell.',
  INVALID_OPENING_QUOTE:
    'a quotation mark stands inside a cell. Put the whole cell in quotation marks and double those inside.',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark. Double the quotation marks inside a cell.',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text follows a closing quotation mark. Double those inside a cell.',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${rowLengthMax.toLocaleString('en')} characters. Is a quotation mark missing?`,
};

/** The delimiter under which most columns of the header are known; else the one that makes most columns. */
function delimiterOf(text: string, known: ReadonlySet<string>): Delimiter {
  const [line = ''] = text.split(/\r\n|\r|\n/, 1);
  const scored = (Object.keys(delimiters) as Delimiter[]).map((delimiter) => {
    // the keys of the object above
    const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    return {
      delimiter,
      known: cells.filter((cell) => known.has(cell)).length,
      cells: Math.min(cells.length, columnsMax),
    };
  });
  const [best] = scored.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return best?.delimiter ?? ',';
}

const boms: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The text of a file, with a remark where its encoding had to be guessed. */
function decode(bytes: Uint8Array): { text: string; remark: string | null } {
  const marked = boms.find(([bom]) => bom.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[1] ?? unmarkedUtf16(bytes) ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text, remark: null };
  } catch {
    // Only UTF-8 is asked whether it is one; what else could these bytes be?
    if (!marked && !bytes.includes(0))
      return {
        text: new TextDecoder('windows-1252').decode(bytes),
        remark: 'The file is not UTF-8; it was read as Windows-1252. Look at names with accents before you import.',
      };
  }
  throw invalid('file', 'not-text', 'This is no text. Save the table as CSV (UTF-8) or as an Excel workbook (.xlsx).');
}

/** UTF-16 without a mark shows by its zeros: Latin letters have one in each pair of bytes, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : null;
}
