import 'server-only';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { parse, stringify, v7 } from 'uuid';
import { seal, unseal } from './seal';

/** What an app shows with the codes; also the name of the account in a list of many. */
const issuer = 'Sulcus';
/** Seconds for which a code stands (RFC 6238), and how many of these steps clocks may differ. */
const [period, window] = [30, 1];
/** RFC 4226 recommends as many bits as its SHA-1 has. */
const secretBytes = 20;
const offerMinutes = 30;

/** The rule by which an app makes its codes: 6 digits by SHA-1, the only one that all apps know. */
const ruleOf = (secret: Uint8Array, label = '') =>
  new TOTP({ issuer, label, period, digits: 6, secret: Secret.fromHex(Buffer.from(secret).toString('hex')) });

/** The step in which `code` is right, the one at `now` (in ms) or one beside it; null when it is wrong. */
export function findStep(secret: Uint8Array, code: string, now = Date.now()): number | null {
  // otpauth throws on digits of other scripts, which are as many characters but more bytes.
  if (!/^\d{6}$/.test(code)) return null;
  const rule = ruleOf(secret);
  const delta = rule.validate({ token: code, timestamp: now, window });
  return delta === null ? null : rule.counter({ timestamp: now }) + delta;
}

/** A secret that somebody may take into an app. */
export type AppOffer = {
  /** What the page sends back with the first code: the secret, for this person only. */
  sealed: string;
  /** For typing by hand, in Base32. */
  secret: string;
  /** For the QR code. */
  uri: string;
};

const ownerOf = (userId: string) => `app of ${userId}`;
const [endsBytes, idBytes] = [8, 16];

/** Offers a new secret. It is kept nowhere until a code has shown that an app has it. */
export function offerApp(user: { id: string; email: string }, secret = randomBytes(secretBytes)): AppOffer {
  const ends = Buffer.alloc(endsBytes);
  ends.writeDoubleBE(Date.now() + offerMinutes * 60_000);
  const rule = ruleOf(secret, user.email);
  return {
    sealed: seal(Buffer.concat([ends, parse(v7()), secret]), ownerOf(user.id)).toString('base64url'),
    secret: rule.secret.base32,
    uri: rule.toString(),
  };
}

/**
 * The secret of an offer to this person, and the id of the method that it becomes: an offer that comes twice becomes one method.
 * Null when it is not ours or older than half an hour.
 */
export function openOffer(userId: string, sealed: string): { id: string; secret: Buffer } | null {
  const opened = unseal(Buffer.from(sealed, 'base64url'), ownerOf(userId));
  if (!opened || opened.readDoubleBE() <= Date.now()) return null;
  const [id, secret] = [opened.subarray(endsBytes, endsBytes + idBytes), opened.subarray(endsBytes + idBytes)];
  return { id: stringify(id), secret };
}

/** The offer again, for a form that was refused. */
export function repeatOffer(user: { id: string; email: string }, sealed: string): AppOffer | null {
  const opened = openOffer(user.id, sealed);
  if (!opened) return null;
  const rule = ruleOf(opened.secret, user.email);
  return { sealed, secret: rule.secret.base32, uri: rule.toString() };
}
