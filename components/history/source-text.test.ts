import { expect, test } from 'vitest';
import { historyHref } from './history-href';
import { sourceText } from './source-text';

test('says through what a write came', () => {
  expect(sourceText({ kind: 'portal', name: '' })).toBe('in the portal');
  expect(sourceText({ kind: 'token', name: 'Rig 2' })).toBe('over the API with the token “Rig 2”');
  expect(sourceText({ kind: 'token', name: '' })).toBe('over the API');
  expect(sourceText({ kind: 'import', name: 'mice.csv' })).toBe('by importing mice.csv');
  expect(sourceText({ kind: 'system', name: 'sign-up' })).toBe('by the system: sign-up');
});

test('says what was copied, as far as the reader may know it', () => {
  const portal = { kind: 'portal', name: '' } as const;
  const text = (kind: 'session' | 'template', name: string) => sourceText({ ...portal, copyOf: { kind, name } });
  expect(text('session', 'M7_01')).toBe('in the portal, like the session “M7_01”');
  expect(text('session', '')).toBe('in the portal, like another session');
  expect(text('template', 'Probe day')).toBe('in the portal, from the template “Probe day”');
  expect(text('template', '')).toBe('in the portal, from a template');
});

test('an address holds only what narrows', () => {
  expect(historyHref('/sessions/1/history', {})).toBe('/sessions/1/history');
  expect(historyHref('/sessions/1/history', { person: '3', field: 'epoch.name', before: '9' })).toBe(
    '/sessions/1/history?person=3&field=epoch.name&before=9',
  );
});
