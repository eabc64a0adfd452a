import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { tableNamed } from '@/lib/formats/tables';
import { templateOf } from '@/lib/formats/tables/template';
import type { Table } from '@/lib/formats/tables/table';
import { sheetXml, workbookOf } from '@/test/workbook';
import { writeZip } from '../write-zip';
import { readTableFile } from './import-table-file';

const sessions = tableNamed('sessions') as Table; // one of ours
const header = ['project__name', 'session__name', 'session__date_time', 'session__tags'];
const read = (bytes: Uint8Array, sheet: string | null = null) => readTableFile(sessions, { name: 'a', bytes }, sheet);
const whyNot = (bytes: Uint8Array, sheet: string | null = null) =>
  read(bytes, sheet).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof AppError) return `${error.code}: ${error.message}`;
      throw error;
    },
  );
const encode = (text: string) => new TextEncoder().encode(text);

describe('a workbook', () => {
  it('is read like a table of texts, dates without a zone', async () => {
    const rows = [
      header,
      ['P', 101, new Date('2026-03-14T09:30:00Z'), true],
      [null, null, null, null],
      ['P <&>', 'S 2', new Date('2026-03-15T00:00:00Z'), 'a, "b, c"'],
    ];
    const file = await read(workbookOf({ Data: sheetXml(rows) }));
    expect(file).toMatchObject({ sheet: 'Data', sheets: ['Data'], content: { header, remarks: [] } });
    expect(file.content.rows).toEqual([
      { row: 2, cells: ['P', '101', '2026-03-14 09:30:00', 'true'] },
      { row: 4, cells: ['P <&>', 'S 2', '2026-03-15', 'a, "b, c"'] },
    ]);
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of several sheets gives the one asked for, or the first with a column of the table', async () => {
    const bytes = workbookOf({
      Notes: sheetXml([['Read me'], ['first']]),
      Sessions: sheetXml([header, ['P', 'S1', null, null]]),
      Others: sheetXml([header, ['P', 'S2', null, null]]),
    });
    expect(await read(bytes)).toMatchObject({
      sheet: 'Sessions',
      sheets: ['Notes', 'Sessions', 'Others'],
      content: { remarks: ['Read from the sheet “Sessions”.'] },
    });
    expect((await read(bytes, 'Others')).content.rows[0]?.cells[1]).toBe('S2');
    expect(await whyNot(bytes, 'Nowhere')).toBe(
      'invalid: There is no sheet “Nowhere”: expected one of Notes, Sessions, Others.',
    );
  });
});

describe('a file that is none', () => {
  const zipOf = (files: Readonly<Record<string, string>>) =>
    new Uint8Array(writeZip(Object.entries(files).map(([name, text]) => ({ name, bytes: encode(text) }))));

  it.each([
    ['empty', new Uint8Array(), /^invalid: The file is empty/],
    ['a header alone', encode(header.join(',')), /^invalid: There is a header and no row below it/],
    ['blank lines', encode('\n\n\n'), /^invalid: The first row is empty/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /^invalid: .*old kind/],
    ['a zip of something else', zipOf({ 'a.xml': '<a/>' }), /^invalid: This is a zip, but no Excel workbook/],
    ['half a zip', zipOf({ 'a.xml': '<a/>' }).subarray(0, 30), /^invalid: The zip is damaged/],
    ['a workbook without parts', zipOf({ 'xl/workbook.xml': '<workbook/>' }), /^invalid: The workbook can’t be read/],
    ['21 MiB', new Uint8Array(21 * 1024 * 1024), /^too_large: A file has at most 20 MiB/],
  ])('%s is refused with the reason', async (_, bytes, reason) => {
    expect(await whyNot(bytes)).toMatch(reason);
  });

  it.each([
    ['a row a million below', '<row r="1000000"><c r="A1000000"><v>1</v></c></row>'],
    ['a row beyond all numbers', '<row r="99999999999"><c><v>1</v></c></row>'],
    ['a column far to the right', '<row r="2"><c r="XFD2"><v>1</v></c></row>'],
    ['a column beyond all letters', '<row r="2"><c r="ZZZZZZZ2"><v>1</v></c></row>'],
    ['an address in disguise', '<row r="2"><c r="&#65;2"><v>1</v></c></row>'],
    ['one behind a comment', `<!-- don't --><row r="99999999"><c r='A99999999'/></row>`],
    ['one behind a quoted bracket', `<row x=">" r="99999999"></row>`],
  ])('%s would fill the memory and is refused', async (_, xml) => {
    const sheet = sheetXml([header, ['P', 'S1', null, null]]).replace('</sheetData>', `${xml}</sheetData>`);
    expect(await whyNot(workbookOf({ Data: sheet }))).toMatch(/^invalid: The sheet has a cell at .*, far outside/);
  });

  const withCell = (address: string) => {
    const row = `<row r="${/\d+/.exec(address)?.[0]}"><c r="${address}"><v>1</v></c></row>`;
    return sheetXml([header, ['P', 'S1', null, null]]).replace('</sheetData>', `${row}</sheetData>`);
  };

  it('a far cell is found wherever in the zip its sheet lies', async () => {
    const elsewhere = workbookOf({ Data: withCell('XFD1048576') }, () => 'elsewhere/deep/data.xml');
    expect(await whyNot(elsewhere)).toMatch(/^invalid: The sheet has a cell at .*, far outside/);
  });

  it('sheets that would fill the memory together are refused, and rows without numbers count', async () => {
    const sheet = withCell('AD50000');
    expect(await whyNot(workbookOf({ A: sheet, B: sheet }))).toMatch(/^invalid: At most 10,000 rows at once/);
    const many = workbookOf({ A: sheet, B: sheet, C: sheet });
    expect(await whyNot(many)).toMatch(/^invalid: The sheets span more than 4 million cells/);
    const bare = withCell('SF2').replace('</sheetData>', `${'<row/>'.repeat(50_000)}</sheetData>`);
    expect(await whyNot(workbookOf({ Data: bare }))).toMatch(
      /^invalid: The sheet has a cell at row 50001, far outside/,
    );
  });

  it('a workbook whose sheets are one file is refused with the reason', async () => {
    const sheet = sheetXml([header, ['P', 'S1', null, null]]);
    const twice = workbookOf({ A: sheet, B: sheet }, () => 'worksheets/sheet.xml');
    expect(await whyNot(twice)).toMatch(/^invalid: The workbook can’t be read/);
  });

  it('that unpacks to more than the limit is refused, whatever length it claims', async () => {
    const bomb = deflateBomb();
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    expect(await whyNot(bomb)).toMatch(/^too_large: /);
  });
});

/** A zip with an entry of a hundred MiB of spaces that say they are ten bytes. */
function deflateBomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024, ' '));
  const bytes = new Uint8Array(writeZip([{ name: 'xl/bomb.xml', bytes: packed }]));
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  for (const at of [8, directory + 10]) view.setUint16(at, 8, true); // deflated
  for (const at of [22, directory + 24]) view.setUint32(at, 10, true);
  return bytes;
}

it('a CSV file comes without a sheet, the template too', async () => {
  expect(await read(encode(templateOf(sessions)))).toMatchObject({ sheet: null, sheets: [] });
});
