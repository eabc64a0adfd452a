import 'server-only';
import { crc32 } from 'node:zlib';

type StoredFile = { readonly name: string; readonly bytes: Uint8Array };

const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;
/** Names are UTF-8. */
const utf8Flag = 0x0800;

/** A zip of these files, not compressed. Source: APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
export function writeZip(files: readonly StoredFile[]): ArrayBuffer {
  const parts = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes, sum: crc32(bytes) }));
  const size = parts.reduce(
    (sum, { name, bytes }) => sum + localBytes + centralBytes + 2 * name.length + bytes.length,
    endBytes,
  );
  const buffer = new ArrayBuffer(size);
  const [view, out] = [new DataView(buffer), new Uint8Array(buffer)];
  let at = 0;
  const starts = parts.map((part) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    describeFile(view, at + 4, part);
    out.set(part.name, at + localBytes);
    out.set(part.bytes, at + localBytes + part.name.length);
    at += localBytes + part.name.length + part.bytes.length;
    return start;
  });
  const directory = at;
  parts.forEach((part, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    describeFile(view, at + 6, part);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    out.set(part.name, at + centralBytes);
    at += centralBytes + part.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return buffer;
}

/** The fields that both headers of a file share, from the version it needs on. */
function describeFile(
  view: DataView,
  at: number,
  { name, bytes, sum }: { name: Uint8Array; bytes: Uint8Array; sum: number },
) {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, bytes.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
}
