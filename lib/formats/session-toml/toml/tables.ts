import type { Key, KeyPart } from './keys';
import { ENTRIES_MAX, type Reader } from './reader';
import { emptyTable, TomlFault, type Offset, type TomlNode, type TomlTable } from './tree';

function duplicate(part: KeyPart, what: string): TomlFault {
  const name = part.name.length > 60 ? `${part.name.slice(0, 60)}…` : part.name;
  return new TomlFault(part.at, `“${name}” ${what}.`, null, 'duplicate-key');
}

/** Puts `key = value` into `table`; reports a redefinition and then keeps the first value. */
export function assign(reader: Reader, table: TomlTable, key: Key, value: TomlNode): void {
  const last = key[key.length - 1] ?? key[0];
  let target = table;
  for (const part of key.slice(0, -1)) {
    const entry = target.entries.get(part.name);
    if (entry === undefined) {
      const created = emptyTable(part.at, 'dotted');
      target.entries.set(part.name, { keyAt: part.at, value: created });
      target = created;
      continue;
    }
    const found = entry.value;
    if (found.kind === 'unreadable') return;
    if (found.kind !== 'table' || found.origin === 'header' || found.origin === 'inline') {
      return reader.report(duplicate(part, 'is already defined and cannot be extended here'));
    }
    found.origin = 'dotted';
    target = found;
  }
  if (target.entries.has(last.name)) return reader.report(duplicate(last, 'is defined twice'));
  target.entries.set(last.name, { keyAt: last.at, value });
}

/** The table that a header's parent names lead to; creates what is missing. Null after reporting a conflict. */
function descend(reader: Reader, root: TomlTable, parents: readonly KeyPart[], at: Offset): TomlTable | null {
  let target = root;
  for (const part of parents) {
    const entry = target.entries.get(part.name);
    const found = entry?.value ?? emptyTable(at, 'implicit');
    if (entry === undefined) target.entries.set(part.name, { keyAt: part.at, value: found });
    const next = found.kind === 'array' && found.isTables ? found.items[found.items.length - 1] : found;
    if (next?.kind === 'unreadable') return null;
    if (next?.kind !== 'table' || next.origin === 'inline') {
      reader.report(duplicate(part, 'is already a value and cannot have sections below it'));
      return null;
    }
    target = next;
  }
  return target;
}

/** Opens `[key]`. After a conflict the keys that follow still go to the table that was there, or nowhere. */
export function openTable(reader: Reader, root: TomlTable, key: Key, at: Offset): TomlTable {
  const last = key[key.length - 1] ?? key[0];
  const parent = descend(reader, root, key.slice(0, -1), at);
  const found = parent?.entries.get(last.name)?.value;
  if (found === undefined) {
    const created = emptyTable(at, 'header');
    parent?.entries.set(last.name, { keyAt: last.at, value: created });
    return created;
  }
  if (found.kind === 'table' && found.origin === 'implicit') {
    found.origin = 'header';
    found.at = at;
    return found;
  }
  reader.report(duplicate(last, 'is defined twice'));
  return found.kind === 'table' && found.origin === 'header' ? found : emptyTable(at, 'header');
}

/** Opens one more `[[key]]`. */
export function openArrayTable(reader: Reader, root: TomlTable, key: Key, at: Offset): TomlTable {
  const last = key[key.length - 1] ?? key[0];
  const created = emptyTable(at, 'header');
  const parent = descend(reader, root, key.slice(0, -1), at);
  const found = parent?.entries.get(last.name)?.value;
  if (found === undefined) {
    const value: TomlNode = { kind: 'array', at, isTables: true, items: [created] };
    parent?.entries.set(last.name, { keyAt: last.at, value });
  } else if (found.kind !== 'array' || !found.isTables) {
    reader.report(duplicate(last, 'is already defined and is not a list of sections'));
  } else append(reader, found.items, created, at);
  return created;
}

/** Adds an entry to an array; what exceeds the limit is reported once and dropped. */
export function append(reader: Reader, items: TomlNode[], item: TomlNode, at: Offset): void {
  if (items.length < ENTRIES_MAX) items.push(item);
  else reader.reportTooManyEntries(at);
}
