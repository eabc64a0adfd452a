// FNV-1a (Fowler, Noll and Vo) over UTF-16 units with 128 bits: prime and offset are the published constants.
const prime = 2n ** 88n + 0x13bn;
const offset = 0x6c62272e07bb014262b821756295c58dn;

/**
 * The id of a starter record: a UUID of version 8 (RFC 9562), always the same for a model and a key, so that seeding
 * again finds what is there. Not for anything secret.
 */
export function starterId(model: string, key: string): string {
  let hash = offset;
  for (const unit of `${model}:${key}`) hash = BigInt.asUintN(128, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * prime);
  const hex = hash.toString(16).padStart(32, '0');
  const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
