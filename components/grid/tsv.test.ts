import { describe, expect, it } from 'vitest';
import { parseTsv, writeTsv } from './tsv';

describe('cells on the clipboard', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    // Excel ends lines with both, and the last one too.
    [
      'a\tb\r\nc\t\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"two\r\nlines"\tb', [['two\nlines', 'b']]],
    ['"say ""hi"""\tb', [['say "hi"', 'b']]],
    ['"a\tb"\n', [['a\tb']]],
    ['"left" side\tb', [['"left" side', 'b']]],
    ['5" tube', [['5" tube']]],
    ['"never closed\tb', [['"never closed', 'b']]],
    ['one', [['one']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, cells) => expect(parseTsv(text)).toEqual(cells));

  it('come back as they were', () => {
    const cells = [
      ['a', 'two\nlines', ''],
      ['"quoted"', 'tab\there', 'last'],
    ];
    expect(parseTsv(writeTsv(cells))).toEqual(cells);
  });
});
