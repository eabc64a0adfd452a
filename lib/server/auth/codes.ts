import 'server-only';
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** How many backup codes somebody gets. */
export const backupCodeCount = 10;

/** Crockford's Base32: without I, L and O, which read like digits, and without U. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const backupLength = 16;

/** Backup codes of 80 random bits, for people to read: `7f3k-m2qa-9d0w-xb5e`. */
export function makeBackupCodes(): string[] {
  return Array.from({ length: backupCodeCount }, () =>
    Array.from(randomBytes(backupLength), (byte) => alphabet[byte % alphabet.length])
      .join('')
      .replace(/(.{4})(?!$)/g, '$1-'),
  );
}

/**
 * SHA-256 of a backup code, however it is typed: in capitals, without hyphens, with O for 0 and I or L for 1. Null for text that
 * cannot be one.
 */
export function hashBackupCode(typed: string): Buffer<ArrayBuffer> | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return new RegExp(`^[${alphabet}]{${backupLength}}$`).test(code) ? createHash('sha256').update(code).digest() : null;
}

/** Six random digits. */
export function makeShortCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** The six digits of a code as it is typed, perhaps in two groups; null for anything else. */
export function readShortCode(typed: string): string | null {
  const code = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}
