/** Length in characters (code points). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The text short enough for a message, in quotes. */
export function shown(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}

/** A path of the document as problems name it: `cameras[1].ttl_id`. */
export function joinPath(parent: string, key: string): string {
  const name = /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key.slice(0, 100));
  return parent === '' ? name : `${parent}.${name}`;
}

/** A section as people name it: `[session]`, or `[[cameras]] 2` for the path `cameras[1]`. */
export function sectionName(path: string): string {
  const entry = /^(.*)\[(\d+)\]$/.exec(path);
  return entry ? `[[${entry[1]}]] ${Number(entry[2]) + 1}` : `[${path}]`;
}
