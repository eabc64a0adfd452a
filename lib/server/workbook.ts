import 'server-only';
import { invalid } from '@/lib/errors';
import { columnsMax, rowsMax } from '@/lib/formats/tables/sheet';
import { readZip } from './zip';
import { writeZip } from './write-zip';

/** What a workbook may unpack to, in bytes. Ten thousand full rows come to a quarter of it. */
const unpackedBytesMax = 64 * 1024 * 1024;
/** Cells may lie no further than this: readers fill the space up to them. */
const furthest = { row: rowsMax * 5, column: 500 };
/** Cells that all sheets together may have, with those in between: all are in memory at the same time. */
const cellsMax = 2 * rowsMax * columnsMax;

/**
 * A workbook (.xlsx, which is a zip) as one that is safe to read: only its XML, unpacked under our limits and packed
 * again without compression, so that no length in it is a lie; and no cell so far out that the space before it would fill
 * the memory. @throws AppError invalid, too_large.
 */
export function repackWorkbook(bytes: Uint8Array): ArrayBuffer {
  const entries = readZip(bytes, (path) => path.endsWith('.xml') || path.endsWith('.xml.rels'), {
    entryBytesMax: unpackedBytesMax,
    totalBytesMax: unpackedBytesMax,
  });
  let cells = 0;
  const files = entries.map((entry) => {
    if (entry.bytes === null) throw invalid('file', 'not-a-workbook', `The workbook can’t be read: ${entry.fault}`);
    // A sheet may lie anywhere in the zip.
    const text = new TextDecoder().decode(entry.bytes);
    if (text.includes('sheetData')) cells += spanOf(text);
    return { name: entry.name, bytes: entry.bytes };
  });
  if (cells > cellsMax)
    throw invalid(
      'file',
      'far-cell',
      `The sheets span more than ${(cellsMax / 1e6).toLocaleString('en')} million cells: delete what lies below and beside the tables, and sheets that are no tables.`,
    );
  if (!files.some(({ name }) => name === 'xl/workbook.xml'))
    throw invalid('file', 'not-a-workbook', 'This is a zip, but no Excel workbook: save the table as .xlsx or as CSV.');
  return writeZip(files);
}

/** `B12` of a cell, `12` of a row. */
const addressPattern = /^([A-Z]{0,3})(\d{1,7})$/;

/** How many cells a sheet has, with those in between. @throws AppError invalid for one too far out. */
function spanOf(xml: string): number {
  const [place, span] = [
    { row: 0, column: 0 },
    { row: 0, column: 0 },
  ];
  for (const { isRow, address } of placesIn(xml)) {
    const parts = addressPattern.exec(address);
    const [letters = '', digits = ''] = parts?.slice(1) ?? [];
    // What has no address comes after what was before.
    place.row = digits ? Number(digits) : place.row + Number(isRow);
    place.column = letters ? columnOf(letters) : isRow ? 0 : place.column + 1;
    if ((address !== '' && !parts) || place.row > furthest.row || place.column > furthest.column)
      throw farCell(address === '' ? `row ${place.row}` : address);
    span.row = Math.max(span.row, place.row);
    span.column = Math.max(span.column, place.column);
  }
  return span.row * span.column;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const farCell = (address: string) =>
  invalid(
    'file',
    'far-cell',
    `The sheet has a cell at ${address.slice(0, 20)}, far outside a table of ${rowsMax.toLocaleString('en')} rows: delete what lies below and beside the table.`,
  );

/** The elements `row` and `c` with their attribute `r`, in one pass and without trusting that the XML is well formed. */
function* placesIn(xml: string): Generator<{ readonly isRow: boolean; readonly address: string }> {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skips.find(([start]) => xml.startsWith(start, at));
    const end = skipped ? xml.indexOf(skipped[1], at) : endOfTag(xml, at);
    if (end === -1) return;
    if (!skipped) {
      const tag = xml.slice(at, end);
      const [, name] = /^<(?:[^\s<>/]*:)?(row|c)(?=[\s/]|$)/.exec(tag) ?? [];
      if (name) yield { isRow: name === 'row', address: addressIn(tag) };
    }
    at = end;
  }
}

/** The last one counts, as for the reader. */
function addressIn(tag: string): string {
  const given = [...tag.matchAll(attributePattern)].filter(([, name]) => name === 'r');
  const [, , double, single] = given.at(-1) ?? [];
  return double ?? single ?? '';
}

const skips: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];
const attributePattern = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Where a tag ends: the first `>` outside quotation marks. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < xml.length; at += 1) {
    const char = xml[at];
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return -1;
}
