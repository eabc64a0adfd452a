import 'server-only';
import { createHash } from 'node:crypto';
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { AppError, invalid } from '@/lib/errors';
import { readCsv } from '@/lib/formats/tables/csv';
import { cellText } from '@/lib/formats/tables/excel';
import { fileBytesMax, toSheet, type Sheet } from '@/lib/formats/tables/sheet';
import type { Table } from '@/lib/formats/tables/table';
import { repackWorkbook } from '../workbook';

/** A file as somebody sent it. */
export type TableFile = { readonly name: string; readonly bytes: Uint8Array };

/** What was read of it. `sheet` is the one that was taken, null for CSV. */
export type ReadFile = {
  readonly hash: string;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly content: Sheet;
};

/**
 * Reads a CSV file or a workbook. Of a workbook the sheet asked for is taken, else the first whose header names a column
 * of the table. @throws AppError invalid, too_large, for what can't be read or is more than the limits.
 */
export async function readTableFile(table: Table, file: TableFile, asked: string | null): Promise<ReadFile> {
  const { bytes } = file;
  if (bytes.byteLength === 0) throw invalid('file', 'empty', 'The file is empty.');
  if (bytes.byteLength > fileBytesMax)
    throw new AppError('too_large', { message: `A file has at most ${fileBytesMax / 1024 / 1024} MiB.` });
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = Object.keys(table.columns);
  if (isOldWorkbook(bytes))
    throw invalid('file', 'old-workbook', 'This is a workbook of the old kind (.xls): save it as .xlsx or as CSV.');
  if (!isZip(bytes)) return { hash, sheet: null, sheets: [], content: filled(readCsv(bytes, known)) };

  const sheets = await sheetsOf(bytes);
  const names = sheets.map(({ sheet }) => sheet);
  const hasColumn = ({ data }: (typeof sheets)[number]) =>
    data[0]?.some((cell) => known.includes(cellText(cell).trim()));
  const chosen = asked === null ? (sheets.find(hasColumn) ?? sheets[0]) : sheets.find(({ sheet }) => sheet === asked);
  if (!chosen)
    throw invalid(
      'sheet',
      'unknown',
      `There is no sheet “${(asked ?? '').slice(0, 100)}”: expected one of ${names.join(', ')}.`,
    );
  const remarks = sheets.length > 1 ? [`Read from the sheet “${chosen.sheet}”.`] : [];
  const content = toSheet(
    chosen.data.map((cells) => cells.map(cellText)),
    remarks,
  );
  return { hash, sheet: chosen.sheet, sheets: names, content: filled(content) };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The compound files of Excel 97 to 2003, and of encrypted workbooks. */
const isOldWorkbook = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

function filled(content: Sheet): Sheet {
  if (content.header.length === 0)
    throw invalid('file', 'no-header', 'The first row is empty: it must name the columns, as the template does.');
  if (content.rows.length === 0) throw invalid('file', 'no-rows', 'There is a header and no row below it.');
  return content;
}

async function sheetsOf(bytes: Uint8Array) {
  const packed = repackWorkbook(bytes);
  try {
    const sheets = await readWorkbook(packed, { trim: false });
    // Of sheets that are one file only one is read.
    if (!sheets.every(({ data }) => Array.isArray(data))) throw new InvalidSpreadsheetError('two sheets are one file');
    if (sheets.length > 0) return sheets;
  } catch (cause) {
    // What contradicts itself ends the reader with whatever error comes to it.
    const isTold = cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError;
    const why = isTold ? `: ${cause.message}` : '';
    throw invalid('file', 'not-a-workbook', `The workbook can’t be read${why}. Save it as .xlsx or as CSV.`);
  }
  throw invalid('file', 'not-a-workbook', 'The workbook has no sheet.');
}
