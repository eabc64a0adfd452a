import { expect, test } from 'vitest';
import { initialsOf } from './avatar';
import { nextByLetter } from './next-by-letter';
import { splitTags } from './tags-input';
import { matching } from './use-options';

const options = [
  { value: 'AIA:385', label: 'Primary visual area', description: 'VISp' },
  { value: 'AIA:402', label: 'Anterolateral visual area', description: 'VISal' },
  { value: 'AIA:382', label: 'Field CA1', description: 'CA1' },
];

test('options are found by all words of the query, in label, code and description', () => {
  const labels = (query: string) => matching(options, query).map((option) => option.label);
  expect(labels('')).toHaveLength(3);
  expect(labels('visual prim')).toEqual(['Primary visual area']);
  expect(labels('visal')).toEqual(['Anterolateral visual area']);
  expect(labels('AIA:382')).toEqual(['Field CA1']);
  expect(labels('a')[0]).toBe('Anterolateral visual area');
  expect(labels('thalamus')).toEqual([]);
});

test('options are found by what else they are called, after those that are called so, and say by what', () => {
  const types = [
    { value: 'Extracellular', label: 'Extracellular', description: 'Electrophysiology', words: ['Neuropixels', 'LFP'] },
    { value: 'Probe', label: 'Neuropixels probe', words: ['silicon'] },
    { value: 'Patch', label: 'Intracellular' },
  ];
  expect(matching(types, 'neuropixels').map(({ label, description }) => [label, description])).toEqual([
    ['Neuropixels probe', undefined],
    ['Extracellular', 'Electrophysiology · Neuropixels'],
  ]);
  expect(matching(types, 'extracellular lfp')).toHaveLength(1);
  expect(matching(types, 'lfp silicon')).toEqual([]);
});

test('a pasted list of tags is split, trimmed, and each tag taken once', () => {
  expect(splitTags(' reach,  go/no-go ;Reach\nhead  fixed\t,')).toEqual(['reach', 'go/no-go', 'head fixed']);
});

test('initials', () => {
  expect(initialsOf('Ada M. Lovelace')).toBe('AL');
  expect(initialsOf('  émile ')).toBe('É');
  expect(initialsOf('')).toBe('');
});

test('a letter takes the next choice that begins with it, around the end', () => {
  const sexes = ['Male', 'Female', 'Mixed', 'Unknown'].map((label) => ({ value: label, label }));
  const next = (value: string | null, letter: string) => nextByLetter(sexes, value, letter)?.value;
  expect(next(null, 'm')).toBe('Male');
  expect(next('Male', 'm')).toBe('Mixed');
  expect(next('Mixed', 'M')).toBe('Male');
  expect(next(null, 'x')).toBeUndefined();
});
