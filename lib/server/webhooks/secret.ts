import 'server-only';
import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../auth/seal';

/** A new secret of 256 random bits; its beginning tells what it is where it turns up. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

const ownerOf = (webhookId: string): string => `webhook ${webhookId}`;

/** Encrypts a secret for the database. It opens for the same webhook only. */
export const sealSecret = (secret: string, webhookId: string): Buffer => seal(Buffer.from(secret), ownerOf(webhookId));

/** Opens what `sealSecret` has made; null when it was changed, moved, or made under another NEXTAUTH_SECRET. */
export const openSecret = (sealed: Uint8Array, webhookId: string): string | null =>
  unseal(sealed, ownerOf(webhookId))?.toString() ?? null;
