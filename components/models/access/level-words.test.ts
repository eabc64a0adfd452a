import { describe, expect, test } from 'vitest';
import { levels } from '@/lib/declare/levels';
import { settableLevels } from '@/lib/declare/access-list';
import { levelOptions, sourceText } from './level-words';

describe('where a level comes from', () => {
  const group = { id: 1, name: 'Okafor Lab' };
  const record = { id: 'p', title: 'Hippocampal sequences' };
  test.each([
    [{ level: 'owner', group: null, record: null }, 'owner · direct'],
    [{ level: 'contributor', group, record: null }, 'contributor · through Okafor Lab'],
    [{ level: 'member', group, record }, 'member · through Okafor Lab in Hippocampal sequences'],
    [{ level: 'manager', group: null, record }, 'manager · directly in Hippocampal sequences'],
  ] as const)('reads as words', (source, words) => {
    expect(sourceText(source)).toBe(words);
  });
});

test('every level that can be chosen says what it means', () => {
  for (const model of ['project', 'setup']) {
    expect(levelOptions(model, levels).every(({ description }) => description)).toBe(true);
  }
});

test.each([
  ['project', { manage: false, own: false }, []],
  ['project', { manage: true, own: false }, ['member', 'contributor']],
  ['group', { manage: true, own: false }, ['member']],
  ['setup', { manage: true, own: true }, levels],
] as const)('on a %s, %o may set %o', (model, rights, settable) => {
  expect(settableLevels(model, levels, rights)).toEqual(settable);
});
