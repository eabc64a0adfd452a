import { DEPTH_MAX, type Reader } from './reader';
import { readSingleLine } from './strings';
import { TomlFault, type Offset } from './tree';

/** One part of a dotted key. */
export type KeyPart = { name: string; at: Offset };

/** A key as read: at least one part. */
export type Key = [KeyPart, ...KeyPart[]];

const BARE_KEY = /[A-Za-z0-9_-]+/y;

/** Reads a bare, quoted or dotted key. */
export function readKey(reader: Reader): Key {
  const key: Key = [readPart(reader)];
  for (;;) {
    reader.skipBlank();
    if (!reader.eat('.')) return key;
    reader.skipBlank();
    if (key.length >= DEPTH_MAX) {
      throw new TomlFault(reader.pos, `A key has at most ${DEPTH_MAX} parts.`, null, 'nested-too-deep');
    }
    key.push(readPart(reader));
  }
}

function readPart(reader: Reader): KeyPart {
  const at = reader.pos;
  if (reader.startsWith('"""') || reader.startsWith("'''")) throw new TomlFault(at, 'A key must stay on one line.');
  if (reader.startsWith('"') || reader.startsWith("'")) {
    return { name: readSingleLine(reader, reader.text.charAt(at)), at };
  }
  BARE_KEY.lastIndex = at;
  const name = BARE_KEY.exec(reader.text)?.[0];
  if (name === undefined) {
    throw new TomlFault(at, `Expected a key, found ${reader.found()}.`, 'Letters, digits, - and _ need no quotes.');
  }
  reader.pos += name.length;
  return { name, at };
}
