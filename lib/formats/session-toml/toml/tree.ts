/** Where a node, key or header starts: an offset in UTF-16 code units into the text that was read. */
export type Offset = number;

/** How a table came to be; it decides what may still be added to it (TOML 1.0, "Table" and "Inline table"). */
export type TableOrigin = 'implicit' | 'header' | 'dotted' | 'inline';

/** One key of a table with the offset of the key and its value. */
export type TomlEntry = { keyAt: Offset; value: TomlNode };

/** A table in any form TOML allows; `entries` keep the order of the file. */
export type TomlTable = { kind: 'table'; at: Offset; origin: TableOrigin; entries: Map<string, TomlEntry> };

/** An array; `isTables` marks `[[name]]`, which further headers may extend. */
export type TomlArray = { kind: 'array'; at: Offset; isTables: boolean; items: TomlNode[] };

/** A date or time of TOML's own types, as written. */
export type TomlDateTime = {
  kind: 'offset-date-time' | 'local-date-time' | 'local-date' | 'local-time';
  at: Offset;
  raw: string;
};

/** A value that could not be read; its syntax error is among the faults, so nothing else is said about it. */
export type TomlUnreadable = { kind: 'unreadable'; at: Offset };

/** Any value of a TOML document, with its place. Integers are exact (64 bits). */
export type TomlNode =
  | { kind: 'string'; at: Offset; value: string }
  | { kind: 'integer'; at: Offset; value: bigint; raw: string }
  | { kind: 'float'; at: Offset; value: number; raw: string }
  | { kind: 'boolean'; at: Offset; value: boolean }
  | TomlDateTime
  | TomlArray
  | TomlTable
  | TomlUnreadable;

/** What kinds of fault reading can find; the names are the problem codes of the format. */
export type TomlFaultCode = 'syntax-error' | 'duplicate-key' | 'nested-too-deep' | 'too-many-entries';

/** One fault of the text itself. Thrown inside the reader to leave a statement, and collected by `parseToml`. */
export class TomlFault extends Error {
  constructor(
    readonly at: Offset,
    message: string,
    readonly hint: string | null = null,
    readonly code: TomlFaultCode = 'syntax-error',
  ) {
    super(message);
  }
}

/** An empty table. */
export function emptyTable(at: Offset, origin: TableOrigin): TomlTable {
  return { kind: 'table', at, origin, entries: new Map() };
}
