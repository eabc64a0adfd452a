import type { BulkTarget } from '../bulk/target';

/** Most records that an address names one by one; more are found by their list's own address. */
export const namedMax = 200;

// A UUID takes 22 characters in place of 36: addresses have a limit.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function shortId(id: string): string {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(hex)) return id;
  let bits = BigInt(`0x${hex}`);
  let text = '';
  for (let digit = 0; digit < 22; digit++) {
    text = (alphabet[Number(bits & 63n)] ?? '') + text;
    bits >>= 6n;
  }
  return text;
}

function longId(text: string): string {
  if (text.length !== 22) return text;
  let bits = 0n;
  for (const char of text) bits = (bits << 6n) | BigInt(Math.max(0, alphabet.indexOf(char)));
  const hex = bits.toString(16).padStart(32, '0').slice(-32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The address of a page for the records of a target, as `readTarget` reads it; null for more than an address can name. */
export function targetHref(page: string, target: BulkTarget): string | null {
  if ('query' in target) return `${page}?${new URLSearchParams({ list: target.query })}`;
  return target.ids.length > namedMax ? null : `${page}?ids=${target.ids.map(shortId).join('.')}`;
}

/** The page on which the records of a target are changed in a grid. */
export const gridHref = (target: BulkTarget): string | null => targetHref(`/${target.path}/grid`, target);

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The records that an address names; null where it is for new ones. */
export function readTarget(path: string, { ids, list }: Params): BulkTarget | null {
  if (typeof list === 'string') return { path, query: list };
  return typeof ids === 'string' && ids !== '' ? { path, ids: ids.split('.').map(longId) } : null;
}
