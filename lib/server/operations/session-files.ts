import 'server-only';
import { BYTES_MAX } from '@/lib/formats/session-toml/shape';
import { readZip } from '../zip';

/** A file to import. `name` tells files apart, such as the path in a zip; `fault` says why there are no bytes. */
export type SessionFile = { readonly name: string; readonly bytes: Uint8Array; readonly fault?: string };

/** The most that the files of one zip may come to, in bytes. */
const totalBytesMax = 64 * 1024 * 1024;

/**
 * The session.toml files in what somebody sent: a zip is opened and searched, another file is taken as it is. In a zip
 * without any `session.toml` or `<name>.session.toml` every `.toml` counts. Throws `invalid`, `too_large` for bad zips.
 */
export function sessionFilesIn(name: string, bytes: Uint8Array): SessionFile[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
  if (!isZip) return [{ name, bytes }];
  const isOurs = (path: string) => !/(^|\/)(__MACOSX\/|\._)/.test(path);
  const read = (pattern: RegExp) =>
    readZip(bytes, (path) => pattern.test(path) && isOurs(path), { entryBytesMax: BYTES_MAX, totalBytesMax });
  const named = read(/(^|[/.])session\.toml$/i);
  const entries = named.length > 0 ? named : read(/\.toml$/i);
  return entries.map((entry) =>
    entry.bytes
      ? { name: entry.name, bytes: entry.bytes }
      : { name: entry.name, bytes: new Uint8Array(), fault: entry.fault },
  );
}

/** The same files with names that differ: no two lines of a report may bear the same one. */
export function unlike(files: readonly SessionFile[]): SessionFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: `${file.name} (${count})` };
  });
}
