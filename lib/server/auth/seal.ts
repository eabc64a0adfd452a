import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { getEnv } from '@/lib/server/env';

const nonceBytes = 12;
const tagBytes = 16;

/** A key of 256 bits for one purpose only, derived from NEXTAUTH_SECRET. */
function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', getEnv().NEXTAUTH_SECRET, '', `sulcus ${purpose}`, 32));
}

/**
 * Encrypts what has to be read again, for the database: nonce, tag and AES-256-GCM text in a row. It opens only for the same
 * `owner`, so that it cannot be moved to another row.
 */
export function seal(plain: Uint8Array, owner: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', deriveKey('seal'), nonce).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens what `seal` has made; null when it was changed, moved, or made under another NEXTAUTH_SECRET. */
export function unseal(sealed: Uint8Array, owner: string): Buffer | null {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  if (tag.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', deriveKey('seal'), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    // The only reason to fail is that the tag does not belong to the text.
    return null;
  }
}

/** A hash for short codes, which could be found by trying all of them if there were no key in it. */
export function hashShortCode(code: string, owner: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHmac('sha256', deriveKey('short code')).update(`${owner} ${code}`).digest());
}
