/** A file on the page. `bytes` are what was read, until the text is edited; every change makes a new object. */
export type OpenedFile = { id: number; name: string; bytes: Uint8Array | null; text: string };

/** More than this is not read at all; the check refuses far less and says so. */
const READ_MAX = 64 * 1024 * 1024;
/** A text that an editor in a page still handles. */
const SHOWN_MAX = 1024 * 1024;

let lastId = 0;

/** A file for text that somebody types or pastes. */
export function newFile(name: string, text: string): OpenedFile {
  return { id: (lastId += 1), name, bytes: null, text };
}

/** Reads a file into memory. Bytes that are no UTF-8 show as replacement characters and are reported by the check. */
export async function openFile(file: File): Promise<OpenedFile> {
  const bytes = new Uint8Array(await file.slice(0, READ_MAX).arrayBuffer());
  const text = bytes.length > SHOWN_MAX ? '' : new TextDecoder().decode(bytes);
  // A folder's sessions all call theirs session.toml: the path tells them apart.
  return { ...newFile(file.webkitRelativePath || file.name, text), bytes };
}

/** The file with another text. */
export function withText(file: OpenedFile, text: string): OpenedFile {
  return { ...file, bytes: null, text };
}
