import 'server-only';
import { invalid } from '@/lib/errors';
import { rowsMax } from '@/lib/formats/tables/sheet';
import { readZip } from './zip';
import { writeZip } from './write-zip';

/** What a workbook may unpack to, in bytes. Ten thousand full rows come to a quarter of it. */
const unpackedBytesMax = 64 * 1024 * 1024;
/** Cells may lie no further than this: readers fill the space up to them. */
const furthest = { row: rowsMax * 5, column: 500 };

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
  const files = entries.map((entry) => {
    if (entry.bytes === null) throw invalid('file', 'not-a-workbook', `The workbook can’t be read: ${entry.fault}`);
    if (/worksheets\/[^/]*\.xml$/i.test(entry.name)) refuseFarCells(new TextDecoder().decode(entry.bytes));
    return { name: entry.name, bytes: entry.bytes };
  });
  if (!files.some(({ name }) => name === 'xl/workbook.xml'))
    throw invalid('file', 'not-a-workbook', 'This is a zip, but no Excel workbook: save the table as .xlsx or as CSV.');
  return writeZip(files);
}

/** `B12` of a cell, `12` of a row. */
const addressPattern = /^([A-Z]{0,3})(\d{1,7})$/;

function refuseFarCells(xml: string): void {
  for (const address of addressesIn(xml)) {
    const parts = addressPattern.exec(address);
    const [letters = '', row = ''] = parts?.slice(1) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (parts && Number(row) <= furthest.row && column <= furthest.column) continue;
    throw invalid(
      'file',
      'far-cell',
      `The sheet has a cell at ${address.slice(0, 20)}, far outside a table of ${rowsMax.toLocaleString('en')} rows: delete what lies below and beside the table.`,
    );
  }
}

/** Attributes `r` of the elements `row` and `c`, in one pass and without trusting that the XML is well formed. */
function* addressesIn(xml: string): Generator<string> {
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skips.find(([start]) => xml.startsWith(start, at));
    const end = skipped ? xml.indexOf(skipped[1], at) : endOfTag(xml, at);
    if (end === -1) return;
    if (!skipped) {
      const tag = xml.slice(at, end);
      if (/^<(?:[\w.-]+:)?(?:row|c)\s/.test(tag))
        for (const [, name, double, single] of tag.matchAll(attributePattern))
          if (name === 'r') yield double ?? single ?? '';
    }
    at = end;
  }
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
