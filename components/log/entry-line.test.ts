import { expect, test } from 'vitest';
import { entryLine } from './entry-line';

const entry = (details: object, notes: string | null = null) => ({
  date_time: '2026-11-20T09:00:00.000Z',
  notes,
  details: { ...details },
  performed_by: null,
});

test.each([
  ['Weighing', entry({ weight: { value: 24.3, unit: 'g' } }), '24.3 g'],
  ['Housing', entry({ cageId: 'A-71', location: 'Room 3' }), 'Location Room 3, Cage ID A-71'],
  ['Habituation', entry({}, 'Calm.'), 'Calm.'],
  ['Unknown', entry({ weight: 1 }), ''],
])('%s', (type, one, line) => {
  expect(entryLine('subjectlog', type, one)).toBe(line);
});

test('long lists are counted', () => {
  const impedances = Array.from({ length: 64 }, (_, channel) => channel);
  expect(entryLine('procedurelog', 'Impedances', entry({ impedances }))).toBe('Impedances 64 values');
});
