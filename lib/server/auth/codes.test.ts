import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { backupCodeCount, hashBackupCode, makeBackupCodes, makeShortCode, readShortCode } from './codes';

describe('backup codes', () => {
  it('are ten different ones of 80 bits, in four groups', () => {
    const codes = makeBackupCodes();
    expect(new Set(codes).size).toBe(backupCodeCount);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
  });

  it('use every character of their alphabet about as often', () => {
    const counts = new Map<string, number>();
    const text = Array.from({ length: 100 }, makeBackupCodes).flat().join('').replaceAll('-', '');
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 500 expected, six standard deviations of 22.
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(132);
  });

  it.each(['7f3k-m2qa-9d0w-xb51', '7F3K M2QA 9D0W XB51', ' 7f3km2qa9d0wxb51 ', '7f3k-m2qa-9dow-xb5l'])(
    'are read as “%s” too',
    (typed) => {
      expect(hashBackupCode(typed)).toEqual(createHash('sha256').update('7f3km2qa9d0wxb51').digest());
    },
  );

  it.each(['', '123456', '7f3k-m2qa-9d0w-xb5', '7f3k-m2qa-9d0w-xb511', '7f3k-m2qa-9d0w-xb5u', '\0'.repeat(16)])(
    'are not “%s”',
    (typed) => expect(hashBackupCode(typed)).toBeNull(),
  );
});

describe('a mailed code', () => {
  it('has six digits, noughts in front too', () => {
    const codes = Array.from({ length: 2000 }, makeShortCode);
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('may be typed in groups', () => {
    expect(readShortCode(' 123 456 ')).toBe('123456');
    for (const typed of ['', '12345', '1234567', '12345a', '１２３４５６']) expect(readShortCode(typed)).toBeNull();
  });
});
