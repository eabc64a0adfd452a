import 'server-only';

const lengthMax = 100;

/**
 * The name that a file is kept under: the last part of what was sent, without what a path, a header or a screen could take for
 * something else, and with the ending of what the file is.
 */
export function fileName(given: string, extension: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- no control characters, and none that turn the direction of writing
  const clean = last.replace(/[\0-\x1f\x7f"<>:|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/^[.\s]+/, '');
  const stem = clean
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .toWellFormed();
  return `${[...stem].slice(0, lengthMax).join('') || 'file'}.${extension}`;
}
