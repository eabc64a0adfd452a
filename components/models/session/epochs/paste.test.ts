import { describe, expect, it } from 'vitest';
import { pasteRowsMax, readPaste } from './paste';

const minute = 60_000;
const epochsOf = (text: string, taken: string[] = []) =>
  readPaste(text, taken).epochs.map(({ name, start, end }) => [name, start, end]);
const problemsOf = (text: string, taken: string[] = []) =>
  readPaste(text, taken).problems.map(({ row, column, message }) => [row, column, message]);

describe('readPaste', () => {
  it.each([
    ['tabs, without a heading', 'Baseline\t0\t5:00\nTask\t00:05:00\t0:55:00'],
    ['commas with a heading', 'Name,Start,Stop\nBaseline,0,300\nTask,5 min,55 min'],
    ['semicolons, a duration instead of the stop', 'epoch;onset (s);duration\nBaseline;0;5min\nTask;300;50 min'],
    [
      'columns in another order and one more',
      'stop\tremark\tstart\tname\n5:00\tcalm\t0\tBaseline\n55:00\t\t5:00\tTask',
    ],
    ['empty lines and Windows line ends', '\r\nBaseline\t0\t5:00\r\n\r\nTask\t5:00\t55:00\r\n'],
  ])('reads %s', (_what, text) => {
    expect(epochsOf(text)).toEqual([
      ['Baseline', 0, 5 * minute],
      ['Task', 5 * minute, 55 * minute],
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  it('leaves an end open', () => expect(epochsOf('Rest\t1:00')).toEqual([['Rest', minute, null]]));

  it('keeps quoted commas', () => expect(epochsOf('"Task, left",0,"1,5"')).toEqual([['Task, left', 0, 1500]]));

  it('says by row and column what is wrong', () => {
    const text = 'name\tstart\tstop\n\t0\t1:00\nTask\tsoon\t1:00\nRest\t2:00\t1:00\nLate\t\t1:00\nOdd\t-1:00\t1:00';
    expect(problemsOf(text).map(([row, column]) => [row, column])).toEqual([
      [2, 'name'],
      [3, 'start'],
      [4, 'end'],
      [5, 'start'],
      [6, 'start'],
    ]);
  });

  it('refuses names that are taken, also further up', () => {
    expect(problemsOf('Task\t0\t1\nNew\t1\t2\nNew\t2\t3', ['Task'])).toEqual([
      [1, 'name', 'There is an epoch “Task” already.'],
      [3, 'name', 'There is an epoch “New” already.'],
    ]);
  });

  it('notices a duration that contradicts the stop', () =>
    expect(problemsOf('name,start,stop,duration\nTask,0,10,20')).toEqual([
      [2, 'length', 'The duration is not that from start to stop. Leave one of them out.'],
    ]));

  it('reads nothing from nothing, and tells an open quotation mark', () => {
    expect(readPaste('', [])).toEqual({ epochs: [], problems: [] });
    expect(problemsOf('"Task,0,1')).toEqual([[1, null, 'A quotation mark is not closed.']]);
  });

  it('has a limit', () => {
    const rows = Array.from({ length: pasteRowsMax + 1 }, (_, index) => `E${index}\t${index}\t${index + 1}`).join('\n');
    expect(problemsOf(rows)).toEqual([[pasteRowsMax + 1, null, `At most ${pasteRowsMax} rows at a time.`]]);
  });
});
