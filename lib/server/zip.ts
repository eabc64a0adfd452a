import 'server-only';
import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '@/lib/errors';

/** One file of a zip; `bytes` is null where it could not be read, with the reason in `fault`. */
export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array; readonly fault: null }
  | { readonly name: string; readonly bytes: null; readonly fault: string };

type Limits = {
  /** Bytes of one file; a longer one comes cut to one byte more. */
  readonly entryBytesMax: number;
  /** Bytes of all files read together. */
  readonly totalBytesMax: number;
};

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const entriesMax = 100_000;

/**
 * The files of a zip whose path passes `isWanted`; others are never unpacked. Names are labels only: nothing is
 * written anywhere, so a path cannot lead out of a folder. Throws `invalid` for what is no zip, `too_large` over the limits.
 * Source: APPNOTE 6.3.10, sections 4.3.7 to 4.3.16.
 */
export function readZip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
  { entryBytesMax, totalBytesMax }: Limits,
): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) throw broken();
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const header = at;
    at += 46 + nameLength + extraLength + commentLength;
    if (name.endsWith('/') || !isWanted(name)) continue;
    const entry = readEntry(bytes, view, header, name, Math.min(entryBytesMax, totalBytesMax - total));
    total += entry.bytes?.byteLength ?? entryBytesMax;
    if (total > totalBytesMax)
      throw new AppError('too_large', {
        message: `The files in the zip come to more than ${Math.round(totalBytesMax / 1024 / 1024)} MiB.`,
      });
    entries.push(entry);
  }
  return entries;
}

const broken = () => new AppError('invalid', { message: 'The zip is damaged, or no zip at all.' });

function findDirectory(view: DataView): { count: number; start: number } {
  // The end record is followed by a comment of at most 65,535 bytes.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count === 0xffff || start === 0xffffffff || count > entriesMax)
      throw new AppError('too_large', {
        message: 'The zip holds too many or too large files; send the session.toml files alone.',
      });
    return { count, start };
  }
  throw broken();
}

function readEntry(bytes: Uint8Array, view: DataView, header: number, name: string, max: number): ZipEntry {
  const [flags, method, checksum] = [
    view.getUint16(header + 8, true),
    view.getUint16(header + 10, true),
    view.getUint32(header + 16, true),
  ];
  const [packedSize, local] = [view.getUint32(header + 20, true), view.getUint32(header + 42, true)];
  if (flags & 1) return { name, bytes: null, fault: 'The file is encrypted in the zip.' };
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) throw broken();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > view.byteLength) throw broken();
  const packed = bytes.subarray(start, start + packedSize);
  const content = unpack(packed, method, max);
  if (typeof content === 'string') return { name, bytes: null, fault: content };
  const isCut = content.byteLength > max;
  if (!isCut && crc32(content) !== checksum)
    return { name, bytes: null, fault: 'The file is damaged in the zip: its checksum is another.' };
  return { name, bytes: content, fault: null };
}

/** The content of an entry, one byte over `max` when there is more, or why it can't be unpacked. */
function unpack(packed: Uint8Array, method: number, max: number): Uint8Array | string {
  if (method === 0) return packed.subarray(0, max + 1);
  if (method !== 8) return 'The file is packed in a way that is not supported; use the usual one (deflate).';
  try {
    return inflateRawSync(packed, { maxOutputLength: max + 1 });
  } catch (error) {
    // What is longer than the limit stays unread: its length alone is reported.
    if (error instanceof RangeError) return new Uint8Array(max + 1);
    return 'The file is damaged in the zip.';
  }
}
