import 'server-only';
import { createHmac } from 'node:crypto';

/**
 * The header `Sulcus-Signature` of a body: `t=<Unix time in s>,v1=<HMAC-SHA256 of "<t>.<body>" in hex>`. The time is signed
 * too, so that a receiver can refuse what somebody has recorded and sends again later.
 */
export function signBody(secret: string, body: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1000);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}
