import { describe, expect, it } from 'vitest';
import { parseSearch } from './search-query';

const kinds = [
  { name: 'session', path: 'sessions', label: 'Session', labelPlural: 'Sessions' },
  { name: 'datastorage', path: 'data-storages', label: 'Data storage', labelPlural: 'Data storages' },
];
const id = '0190f0aa-1111-7222-8333-444455556666';

describe('what somebody looks for', () => {
  it.each([
    ['  Linear   TRACK ', { text: 'linear track', words: ['linear', 'track'], kind: null, number: null, record: null }],
    ['session: m12', { text: 'm12', kind: 'session' }],
    ['m12 in:sessions today', { text: 'm12 today', kind: 'session' }],
    ['in:data-storage nas', { text: 'nas', kind: 'datastorage' }],
    ['in:sessions', { text: '', words: [], kind: 'session' }],
    ['Data_Storage:nas', { text: 'nas', kind: 'datastorage' }],
    ['other:m12', { text: 'other:m12', kind: null }],
    ['#42', { number: 42, text: '#42' }],
    ['42', { number: 42, words: ['42'] }],
    ['#1234567890', { number: null }],
    [id.toUpperCase(), { record: { path: null, id } }],
    [`https://lab.example.org/sessions/${id}/edit?x=1`, { record: { path: 'sessions', id } }],
    ['/groups/12', { record: { path: 'groups', id: '12' } }],
    ['http://lab.example.org/sessions', { record: null, kind: null }],
    ['a\0b', { text: 'a b' }],
    ['', { text: '', words: [] }],
  ])('%j', (given, expected) => {
    expect(parseSearch(given, kinds)).toMatchObject(expected);
  });

  it('is bounded', () => {
    const { text, words } = parseSearch(
      'word '.repeat(3) + Array.from({ length: 90 }, (_, n) => `w${n}`).join(' '),
      kinds,
    );
    expect(text.length).toBeLessThanOrEqual(200);
    expect(words.length).toBe(8);
  });
});
