import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { getEnv } from '../env';

const nonceBytes = 12;
const tagBytes = 16;

/** A new secret of 256 random bits; its beginning tells what it is where it turns up. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

const keyOf = (): Buffer => Buffer.from(hkdfSync('sha256', getEnv().NEXTAUTH_SECRET, '', 'sulcus webhook secret', 32));

/** Encrypts a secret for the database: nonce, tag and AES-256-GCM text. It opens for the same webhook only. */
export function sealSecret(secret: string, webhookId: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(), nonce).setAAD(Buffer.from(webhookId));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Opens what `sealSecret` has made; null when it was changed, moved, or made under another NEXTAUTH_SECRET. */
export function openSecret(sealed: Uint8Array, webhookId: string): string | null {
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  if (tag.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(webhookId))
    .setAuthTag(tag);
  try {
    return decipher.update(sealed.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    // The only reason to fail is that the tag does not belong to the text.
    return null;
  }
}
