import { isControl, type Reader } from './reader';
import { TomlFault } from './tree';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

/** Reads a string of any of TOML's four forms; the cursor stands on its first quote. Newlines come out as LF. */
export function readString(reader: Reader): string {
  const quote = reader.text.charAt(reader.pos);
  return reader.startsWith(quote.repeat(3)) ? readMultiline(reader, quote) : readSingleLine(reader, quote);
}

/** Reads a one-line basic (`"`) or literal (`'`) string. */
export function readSingleLine(reader: Reader, quote: string): string {
  const opening = reader.pos;
  reader.pos += 1;
  let value = '';
  let from = reader.pos;
  for (;;) {
    if (reader.isAtEnd || reader.startsWith('\n') || reader.startsWith('\r\n')) {
      throw new TomlFault(opening, 'This text is not closed on its line.', `Add a closing ${quote}.`);
    }
    if (reader.startsWith(quote)) break;
    if (quote === '"' && reader.startsWith('\\')) {
      value += reader.text.slice(from, reader.pos) + readEscape(reader);
      from = reader.pos;
    } else step(reader);
  }
  value += reader.text.slice(from, reader.pos);
  reader.pos += 1;
  return value;
}

function readMultiline(reader: Reader, quote: string): string {
  const opening = reader.pos;
  const fence = quote.repeat(3);
  reader.pos += 3;
  reader.eatNewline();
  let value = '';
  for (let from = reader.pos; ; from = reader.pos) {
    while (!reader.isAtEnd && !reader.startsWith(fence) && !reader.startsWith('\r\n') && !reader.startsWith('\\')) {
      if (reader.startsWith('\n')) reader.pos += 1;
      else step(reader);
    }
    value += reader.text.slice(from, reader.pos);
    if (reader.isAtEnd) throw new TomlFault(opening, 'This text is never closed.', `Add a closing ${fence}.`);
    if (reader.eat(fence)) {
      // Up to two quotes may stand directly before the closing fence and belong to the text.
      for (let extra = 0; extra < 2 && reader.eat(quote); extra += 1) value += quote;
      return value;
    }
    if (reader.eat('\r\n')) value += '\n';
    else if (quote === '"') value += readContinuation(reader) ? '' : readEscape(reader);
    else value += reader.text.charAt(reader.pos++);
  }
}

function step(reader: Reader): void {
  if (isControl(reader.code))
    throw new TomlFault(reader.pos, `Text cannot contain ${reader.found()}; write it escaped.`);
  reader.pos += 1;
}

/** A backslash at the end of a line joins it with the next text; true when there was one. */
function readContinuation(reader: Reader): boolean {
  const start = reader.pos;
  reader.pos += 1;
  reader.skipBlank();
  if (!reader.eatNewline()) {
    reader.pos = start;
    return false;
  }
  do reader.skipBlank();
  while (reader.eatNewline());
  return true;
}

function readEscape(reader: Reader): string {
  const at = reader.pos;
  const letter = reader.text.charAt(at + 1);
  const plain = ESCAPES[letter];
  if (plain !== undefined) {
    reader.pos += 2;
    return plain;
  }
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const hex = reader.text.slice(at + 2, at + 2 + digits);
  if (digits === 0 || hex.length < digits || /[^0-9A-Fa-f]/.test(hex)) {
    throw new TomlFault(at, `“\\${letter}${hex}” is not an escape.`, 'In paths write / instead of \\.');
  }
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new TomlFault(at, `“\\${letter}${hex}” names no Unicode character.`);
  }
  reader.pos += 2 + digits;
  return String.fromCodePoint(code);
}
