import { readKey } from './keys';
import { DEPTH_MAX, type Reader } from './reader';
import { readScalar } from './scalars';
import { readString } from './strings';
import { append, assign } from './tables';
import { emptyTable, TomlFault, type TomlNode } from './tree';

/** Reads any value at the cursor. Throws `TomlFault`; never goes deeper than `DEPTH_MAX`. */
export function readValue(reader: Reader, depth = 0): TomlNode {
  const at = reader.pos;
  if (depth > DEPTH_MAX) {
    throw new TomlFault(at, `Values are nested more than ${DEPTH_MAX} deep.`, null, 'nested-too-deep');
  }
  if (reader.startsWith('"') || reader.startsWith("'")) return { kind: 'string', at, value: readString(reader) };
  if (reader.startsWith('[')) return readArray(reader, depth);
  if (reader.startsWith('{')) return readInlineTable(reader, depth);
  return readScalar(reader);
}

function readArray(reader: Reader, depth: number): TomlNode {
  const at = reader.pos;
  const items: TomlNode[] = [];
  reader.pos += 1;
  for (;;) {
    reader.skipTrivia();
    if (reader.eat(']')) return { kind: 'array', at, isTables: false, items };
    const itemAt = reader.pos;
    append(reader, items, readValue(reader, depth + 1), itemAt);
    reader.skipTrivia();
    if (!reader.eat(',') && !reader.startsWith(']')) {
      throw new TomlFault(reader.pos, `Expected a comma or ] in the list, found ${reader.found()}.`);
    }
  }
}

function readInlineTable(reader: Reader, depth: number): TomlNode {
  const table = emptyTable(reader.pos, 'inline');
  reader.pos += 1;
  reader.skipBlank();
  if (reader.eat('}')) return table;
  for (;;) {
    reader.skipBlank();
    const key = readKey(reader);
    if (!reader.eat('=')) throw new TomlFault(reader.pos, `Expected = after the key, found ${reader.found()}.`);
    reader.skipBlank();
    assign(reader, table, key, readValue(reader, depth + key.length));
    reader.skipBlank();
    if (reader.eat('}')) return table;
    if (!reader.eat(',')) {
      throw new TomlFault(
        reader.pos,
        `Expected a comma or } in the inline table, found ${reader.found()}.`,
        'An inline table stays on one line.',
      );
    }
  }
}
