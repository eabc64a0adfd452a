import { expect, test } from 'vitest';
import { fromKeyValueRows, toKeyValueRows } from './key-values';

test('texts and numbers come back as they were, a text of digits too', () => {
  const value = { rig: 'B2', trials: 120, room: '007', gain: -0.5 };
  expect(fromKeyValueRows(toKeyValueRows(value))).toEqual({ value, errors: {} });
  expect(toKeyValueRows(null)).toEqual([]);
});

test('rows that cannot be stored are named, and the others kept', () => {
  const rows = [
    { key: 'ok', text: '', type: 'text' as const },
    { key: '2nd', text: 'x', type: 'text' as const },
    { key: 'ok', text: 'again', type: 'text' as const },
    { key: 'mass', text: 'heavy', type: 'number' as const },
    { key: 'blank', text: ' ', type: 'number' as const },
    { key: '', text: '', type: 'text' as const },
    { key: '', text: 'nameless', type: 'text' as const },
  ];
  const { value, errors } = fromKeyValueRows(rows);
  expect(value).toEqual({ ok: '' });
  expect(Object.keys(errors)).toEqual(['1.key', '2.key', '3.value', '4.value', '6.key']);
});

test('a name that objects inherit is a name like any other', () => {
  const { value, errors } = fromKeyValueRows([{ key: 'constructor', text: 'A. Lab', type: 'text' }]);
  expect(errors).toEqual({});
  expect(Object.entries(value)).toEqual([['constructor', 'A. Lab']]);
});
