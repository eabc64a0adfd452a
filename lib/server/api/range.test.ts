import { expect, it } from 'vitest';
import { parseRange } from './range';

it.each([
  [null, null],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-3', null],
  ['bytes=0-1,3-4', null],
  ['bytes=-', null],
  ['rows=1-2', null],
])('of 100 bytes, %j asks for %j', (header, part) => expect(parseRange(header, 100)).toEqual(part));
