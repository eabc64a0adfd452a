import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { readCsv } from './csv';
import { rowsMax } from './sheet';

const known = ['project__name', 'subject__name', 'subject__tags'];
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle = true) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((char, index) => view.setUint16(index * 2, char.charCodeAt(0), isLittle));
  return bytes;
};
const messageOf = (bytes: Uint8Array): string => {
  try {
    readCsv(bytes, known);
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.problems[0]?.path}: ${error.message}`;
    throw error;
  }
  return '';
};

const text = 'project__name,subject__name\nÁrea,Mäuse\n';
const rows = [{ row: 2, cells: ['Área', 'Mäuse'] }];

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`)],
    ['UTF-16LE with its mark', utf16(`\uFEFF${text}`)],
    ['UTF-16BE with its mark', utf16(`\uFEFF${text}`, false)],
    ['UTF-16LE without a mark', utf16(text)],
    ['UTF-16BE without a mark', utf16(text, false)],
  ])('%s is read as it is', (_, bytes) => {
    expect(readCsv(bytes, known)).toMatchObject({ header: known.slice(0, 2), rows, remarks: [] });
  });

  it('Windows-1252 is read with a remark', () => {
    const bytes = Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
    const sheet = readCsv(bytes, known);
    expect(sheet.rows).toEqual(rows);
    expect(sheet.remarks.join()).toContain('Windows-1252');
  });

  it('refuses what is no text', () => {
    expect(
      messageOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48])),
    ).toMatch(/^invalid file: This is no text/);
    expect(messageOf(Uint8Array.from([0xef, 0xbb, 0xbf, 0xff, 0xff]))).toMatch(/This is no text/);
  });
});

describe('delimiters', () => {
  it.each([
    ['commas', ',', []],
    ['semicolons', ';', ['The columns are separated by semicolons.']],
    ['tabs', '\t', ['The columns are separated by tabs.']],
  ])('%s are found by the header', (_, delimiter, remarks) => {
    const lines = [known, ['A', 'B', 'one, two; three']].map((cells) =>
      cells.map((cell) => `"${cell}"`).join(delimiter),
    );
    expect(readCsv(utf8(lines.join('\r\n')), known)).toEqual({
      header: known,
      rows: [{ row: 2, cells: ['A', 'B', 'one, two; three'] }],
      remarks,
    });
  });

  it('an unknown header still has its columns', () => {
    expect(readCsv(utf8('a;b;c\n1;2;3'), known).header).toEqual(['a', 'b', 'c']);
  });
});

it('numbers rows as the file does, blank ones and lines within cells counted', () => {
  const sheet = readCsv(utf8('project__name,subject__name\n\n"two\nlines",M1\n , \nX,M2\n'), known);
  expect(sheet.rows).toEqual([
    { row: 3, cells: ['two\nlines', 'M1'] },
    { row: 5, cells: ['X', 'M2'] },
  ]);
});

it('trims cells and drops empty columns at the end', () => {
  const sheet = readCsv(utf8(' project__name , "subject__name" ,,\n  A  ,  "B"  ,,\n'), known);
  expect(sheet.header).toEqual(['project__name', 'subject__name']);
  expect(sheet.rows[0]?.cells.slice(0, 2)).toEqual(['A', 'B']);
});

it.each([
  ['project__name,subject__name\n"A,B\n', /^invalid file: Line \d: a cell begins with a quotation mark/],
  ['project__name,subject__name\nA"B,C\n', /^invalid file: Line 2: a quotation mark stands inside a cell/],
  ['project__name,subject__name\n"A"B,C\n', /^invalid file: Line 2: text follows a closing quotation mark/],
])('says where %j is no CSV', (content, message) => {
  expect(messageOf(utf8(content))).toMatch(message);
});

it(`takes ${rowsMax} rows and not one more`, () => {
  const file = (count: number) => utf8(`project__name\n${'A\n'.repeat(count)}`);
  expect(readCsv(file(rowsMax), known).rows).toHaveLength(rowsMax);
  expect(messageOf(file(rowsMax + 1))).toMatch(/At most 10,000 rows/);
});

it('refuses millions of cells before it makes any of them', () => {
  expect(messageOf(utf8(','.repeat(2_000_001)))).toMatch(/more than 2 million cells/);
  expect(messageOf(utf8(`a,b\n${','.repeat(2_000_001)}`))).toMatch(/more than 2 million cells/);
});

it('refuses hundreds of columns', () => {
  expect(messageOf(utf8(`${'a,'.repeat(300)}b\n`))).toMatch(/At most 200 columns, found 301/);
});
