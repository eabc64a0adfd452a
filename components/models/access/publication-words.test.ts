import { expect, test } from 'vitest';
import { becomesVisible, privateParts, staysPrivate } from './publication-words';

const nothing = { subjects: 0, sessions: 0, procedures: 0, modules: 0, epochs: 0, setups: 0, assays: 0, storages: 0 };

test('what becomes visible is counted', () => {
  const words = becomesVisible({ ...nothing, subjects: 1, procedures: 2, sessions: 1200, epochs: 1, modules: 3 });
  expect(words).toContain('1 subject with 2 procedures');
  expect(words).toContain('1,200 sessions with 1 epoch and 3 behaviors, data acquisitions and manipulations');
});

test('what stays private names only what there is', () => {
  expect(privateParts(nothing)).toBeNull();
  expect(privateParts({ setups: 1, assays: 0, storages: 2 })).toBe('1 setup, 2 data storages');
  expect(staysPrivate(nothing)[0]).toMatch(/e-mail addresses/);
});
