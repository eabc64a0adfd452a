import { Secret, TOTP } from 'otpauth';
import { offerApp } from '@/lib/server/auth/authenticator-app';
import { addApp } from '@/lib/server/auth/two-factor';
import type { UserViewer } from '@/lib/server/viewer';
import { testPassword } from './people';

/** The code that an app with this secret (Base32) shows `steps` half minutes from now. */
export function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}

/**
 * Gives somebody an authenticator app, by its present code `used`; the next one (`codeOf(secret, 1)`) is good already. `codes` are the
 * backup codes that come with the first.
 */
export async function giveApp(viewer: UserViewer, name = 'Phone') {
  const { sealed, secret } = offerApp(viewer);
  const used = codeOf(secret);
  const added = await addApp(viewer, { sealed, name, code: used, proof: testPassword });
  return { ...added, secret, used, codes: added.codes ?? [] };
}
