import { expect, test } from 'vitest';
import { subtypeOption, subtypeOptions } from './subtype-options';

test('a protocol offers the types of what it is for, by their labels', () => {
  expect(subtypeOptions('procedure')).toContainEqual(
    expect.objectContaining({ value: 'VirusInjection', label: 'Virus injection' }),
  );
  const logs = subtypeOptions('subject_log');
  expect(logs).toContainEqual(expect.objectContaining({ value: 'Weighing', label: 'Weighing log' }));
  expect(logs.map(({ value }) => value)).not.toContain('VirusInjection');
  expect(subtypeOptions('')).toEqual([]);
});

test('what goes with another kind is shown by its code, so that it can be taken out', () => {
  expect(subtypeOption(subtypeOptions('subject_log'), 'VirusInjection')).toEqual({
    value: 'VirusInjection',
    label: 'VirusInjection',
  });
});
