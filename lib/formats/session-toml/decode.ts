import type { ProblemCode } from './problems';
import { BYTES_MAX } from './shape';

/** Text ready to be parsed, or why there is none. `at` is an offset into `text`. */
export type Decoded =
  | { text: string; fault: null }
  | { text: string; fault: { code: ProblemCode; at: number; message: string; hint: string | null } };

const BOM = '\ufeff';

/** Decodes strict UTF-8 of at most 1 MiB; a byte order mark is dropped. Never throws. */
export function decodeText(input: string | Uint8Array): Decoded {
  const size = typeof input === 'string' ? byteLength(input) : input.byteLength;
  if (size > BYTES_MAX) {
    const message = `The file has ${(size / BYTES_MAX).toFixed(1)} MiB; at most 1 MiB is read.`;
    return { text: '', fault: { code: 'too-large', at: 0, message, hint: null } };
  }
  if (typeof input === 'string') {
    const text = input.startsWith(BOM) ? input.slice(1) : input;
    const at = text.search(/\p{Surrogate}/u);
    return at < 0 ? { text, fault: null } : { text, fault: notText(at, null) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(input), fault: null };
  } catch {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(input.subarray(0, validLength(input)));
    const isUtf16 = (input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff);
    return { text, fault: notText(text.length, isUtf16 ? 'This is UTF-16: save the file as UTF-8.' : null) };
  }
}

function notText(at: number, hint: string | null) {
  const message = 'The file is not UTF-8 text: the bytes here mean no character.';
  return { code: 'not-utf8' as const, at, message, hint: hint ?? 'Save the file as UTF-8.' };
}

/** The length of the longest prefix that is whole, valid UTF-8, by halving: each try decodes at most 1 MiB. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isValid(bytes.subarray(0, low), false)) low -= 1;
  return low;
}

function isValid(bytes: Uint8Array, isPrefix: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPrefix });
    return true;
  } catch {
    return false;
  }
}

function byteLength(text: string): number {
  return text.length > BYTES_MAX ? text.length : new TextEncoder().encode(text).length;
}
