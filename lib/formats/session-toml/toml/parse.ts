import { readKey } from './keys';
import { Reader } from './reader';
import { assign, openArrayTable, openTable } from './tables';
import { emptyTable, TomlFault, type TomlTable } from './tree';
import { readValue } from './values';

/** A line that looks like the start of a statement: a header, or a key and its equals sign. */
const STATEMENT = /[ \t]*(?:\[\[?[ \t]*["'A-Za-z_]|[A-Za-z0-9_.-]+[ \t]*=)/y;

/**
 * Reads TOML 1.0 into a tree with the place of every key and value, and all faults of the text in file order.
 * Our own reader, because a validator must go on after the first fault, take linear time and bounded stack on any
 * input, and refuse what only TOML 1.1 allows (pipelines read with Python's tomllib). Its tests hold it against
 * two published parsers. The text must be well-formed Unicode.
 */
export function parseToml(text: string): { root: TomlTable; faults: readonly TomlFault[] } {
  const reader = new Reader(text);
  const root = emptyTable(0, 'header');
  let table = root;
  while (!reader.isAtEnd && !reader.isOverwhelmed) {
    let start = reader.pos;
    try {
      reader.skipTrivia();
      start = reader.pos;
      if (reader.startsWith('[')) table = readHeader(reader, root);
      else if (!reader.isAtEnd) readKeyValue(reader, table);
    } catch (fault) {
      if (!(fault instanceof TomlFault)) throw fault;
      reader.report(fault);
      // What follows a broken header belongs to a section nobody can name.
      if (text.charAt(start) === '[') table = emptyTable(start, 'header');
      resume(reader, start);
    }
  }
  return { root, faults: reader.faults.toSorted((a, b) => a.at - b.at) };
}

function readHeader(reader: Reader, root: TomlTable): TomlTable {
  const at = reader.pos;
  const isArray = reader.eat('[[');
  if (!isArray) reader.eat('[');
  reader.skipBlank();
  const key = readKey(reader);
  const closing = isArray ? ']]' : ']';
  if (!reader.eat(closing)) throw new TomlFault(reader.pos, `Expected ${closing}, found ${reader.found()}.`);
  reader.endLine();
  return isArray ? openArrayTable(reader, root, key, at) : openTable(reader, root, key, at);
}

function readKeyValue(reader: Reader, table: TomlTable): void {
  const key = readKey(reader);
  if (!reader.eat('=')) {
    throw new TomlFault(reader.pos, `Expected = after the key “${key[0].name.slice(0, 60)}”, found ${reader.found()}.`);
  }
  reader.skipBlank();
  const at = reader.pos;
  try {
    const value = readValue(reader);
    reader.endLine();
    assign(reader, table, key, value);
  } catch (fault) {
    // The key is there, only its value is not: nothing else should call it missing.
    assign(reader, table, key, { kind: 'unreadable', at });
    throw fault;
  }
}

/** Moves to where reading can go on after a fault: the next line, or the next statement if a value spans lines. */
function resume(reader: Reader, start: number): void {
  const { text } = reader;
  const lineStart = text.lastIndexOf('\n', Math.max(0, reader.pos - 1)) + 1;
  let next = lineStart > start ? lineStart : nextLine(text, reader.pos);
  for (const isSpanning = lineStart > start; isSpanning && next < text.length; next = nextLine(text, next)) {
    STATEMENT.lastIndex = next;
    if (STATEMENT.test(text)) break;
  }
  reader.pos = next;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
