import 'server-only';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { getEnv } from '../env';

/** Where a delivery must not go. The message is for the webhook's owner. */
export class TargetError extends Error {
  override name = 'TargetError';
}

/** Addresses of a host name, as the system resolves it. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

const assigned = ipaddr.IPv6.parse('2000::');
const publicRanges: readonly string[] = ['unicast'];
/** What WEBHOOK_ALLOW_PRIVATE adds. Link-local stays out: cloud servers tell their credentials there. */
const privateRanges: readonly string[] = ['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'];

function isAllowed(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  // The library calls all of IPv6 that has no name of its own unicast; only this part is handed out.
  const isUnassigned = parsed instanceof ipaddr.IPv6 && range === 'unicast' && !parsed.match(assigned, 3);
  return (
    (publicRanges.includes(range) && !isUnassigned) || (getEnv().WEBHOOK_ALLOW_PRIVATE && privateRanges.includes(range))
  );
}

/** The host without the brackets that an IPv6 address has in a URL. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

const isLocalName = (host: string): boolean => /(^|\.)localhost\.?$/.test(host);

/** What is wrong with the address of a webhook as somebody has typed it, or null. Names are not resolved here. */
export function findUrlProblem(text: string): string | null {
  if (!URL.canParse(text)) return 'Expected an address such as https://pipeline.example.org/sulcus.';
  // The parser turns every spelling of an IP address (decimal, octal, hexadecimal) into the usual one.
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) return 'Only http:// and https:// addresses can be reached.';
  if (url.username || url.password)
    return 'Leave user name and password out: the signature shows who sends. A key can be part of the path.';
  const host = hostOf(url);
  const isRefused = ipaddr.isValid(host) ? !isAllowed(host) : isLocalName(host) && !getEnv().WEBHOOK_ALLOW_PRIVATE;
  return isRefused ? `${refusal(host)} Webhooks are delivered to public addresses only.` : null;
}

// The same for a name that is unknown and one that is private, so that nobody learns the names of our network.
const refusal = (host: string): string => `“${host}” has no public address.`;

/**
 * The addresses that a delivery may connect to. A name with any address that it may not is refused whole. The caller
 * connects to these and does not resolve again: the name may answer differently by then.
 * @throws TargetError
 */
export async function resolveTarget(url: URL, resolve: Resolve = resolveBySystem): Promise<LookupAddress[]> {
  const problem = findUrlProblem(url.href);
  if (problem) throw new TargetError(problem);
  const host = hostOf(url);
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }];
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
    throw new TargetError(refusal(host));
  return addresses;
}
