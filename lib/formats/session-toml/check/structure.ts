import type { KeyShape, ListShape, TableShape, ValueShape } from '../shape';
import { suggest } from '../suggest';
import { joinPath, sectionName, shown } from '../text';
import type { TomlEntry, TomlNode, TomlTable } from '../toml/tree';
import { isInProfile, type CheckContext, type Leaf, type Section } from './context';
import { wrongType } from './wrong-type';

/** Reads a table by its shape: reports what is missing, unknown or of the wrong type, and returns the rest. */
export function readSection(
  context: CheckContext,
  table: TomlTable,
  shape: Pick<TableShape, 'keys'>,
  path = '',
): Section {
  const section: Section = { path, at: table.at, values: new Map(), sections: new Map(), lists: new Map() };
  reportUnknown(context, table, shape, path);
  for (const [key, keyShape] of Object.entries<KeyShape>(shape.keys)) {
    if ('only' in keyShape && !isInProfile(keyShape, context.profile)) continue;
    const entry = table.entries.get(key);
    const keyPath = joinPath(path, key);
    if (entry === undefined) reportMissing(context, table, key, keyShape, keyPath);
    else if (entry.value.kind !== 'unreadable') readKey(context, section, key, keyShape, entry, keyPath);
  }
  return section;
}

function readKey(
  context: CheckContext,
  section: Section,
  key: string,
  shape: KeyShape,
  entry: TomlEntry,
  path: string,
): void {
  if (shape.type === 'list') {
    const list = readList(context, key, shape, entry, path);
    if (list) section.lists.set(key, { at: entry.keyAt, entries: list });
  } else if (shape.type === 'table') {
    const table = readTable(context, key, shape, entry.value, path);
    if (table) section.sections.set(key, table);
  } else {
    const leaf = readValue(context, key, shape, entry.value, path);
    if (leaf) section.values.set(key, leaf);
  }
}

/** A list of sections; one written as a single section is reported and then read as a list of one. */
function readList(
  context: CheckContext,
  key: string,
  shape: ListShape,
  { value, keyAt }: TomlEntry,
  path: string,
): Section[] | null {
  if (value.kind !== 'array') wrongType(context, key, shape, value, path);
  const items = value.kind === 'array' ? value.items : [value];
  if (items.length < shape.min) {
    context.add('too-few-entries', path, keyAt, `At least one [[${path}]] is required.`, exampleOf(key, shape));
  }
  const entries: Section[] = [];
  for (const [index, item] of items.entries()) {
    const itemPath = `${path}[${index}]`;
    if (item.kind === 'table') entries.push(readSection(context, item, shape, itemPath));
    else if (value.kind === 'array' && item.kind !== 'unreadable') {
      wrongType(context, key, { ...shape, type: 'table' }, item, itemPath);
    }
  }
  return entries;
}

/** A section; one written as a list is reported and then its first entry is read. */
function readTable(
  context: CheckContext,
  key: string,
  shape: TableShape,
  value: TomlNode,
  path: string,
): Section | null {
  if (value.kind === 'table') return readSection(context, value, shape, path);
  wrongType(context, key, shape, value, path);
  const first = value.kind === 'array' ? value.items[0] : undefined;
  return first?.kind === 'table' ? readSection(context, first, shape, path) : null;
}

function readValue(context: CheckContext, key: string, shape: ValueShape, value: TomlNode, path: string): Leaf | null {
  if (value.kind === 'string' && shape.type === 'string') {
    if (value.value.includes('\0')) {
      context.add('null-character', path, value.at, `“${key}” contains the character U+0000, which nothing can keep.`);
    }
    return { path, at: value.at, value: value.value };
  }
  if (value.kind === 'boolean' && shape.type === 'boolean') return { path, at: value.at, value: value.value };
  if (value.kind === 'integer' && shape.type === 'integer') {
    const number = Number(value.value);
    if (Number.isSafeInteger(number)) return { path, at: value.at, value: number };
    context.add('out-of-range', path, value.at, `“${key}” is ${value.raw}, a number too large to be kept exactly.`);
    return null;
  }
  wrongType(context, key, shape, value, path);
  return null;
}

function reportUnknown(context: CheckContext, table: TomlTable, shape: Pick<TableShape, 'keys'>, path: string): void {
  const known = Object.entries<KeyShape>(shape.keys);
  const allowed = new Map(known.filter(([, key]) => !('only' in key) || isInProfile(key, context.profile)));
  const absent = [...allowed.keys()].filter((key) => !table.entries.has(key));
  for (const [key, { keyAt, value }] of table.entries) {
    if (allowed.has(key)) continue;
    if (!context.isOpen) return;
    const isSection = value.kind === 'table' || (value.kind === 'array' && value.isTables);
    const where = path === '' ? 'at the top of the file' : `in ${sectionName(path)}`;
    const meant = suggest(key, absent);
    const other = known.find(([name]) => name === key)?.[1];
    const hint = meant
      ? `Did you mean “${meant}”?`
      : other && 'only' in other
        ? `Only profile ${String(other.only)} allows it.`
        : absent.length === 0
          ? 'Remove it.'
          : `Remove it. Not yet there: ${absent.join(', ')}.`;
    const code = isSection ? 'unknown-section' : 'unknown-key';
    const message = isSection
      ? `The section ${shown(joinPath(path, key))} does not belong to the format.`
      : `The key ${shown(key)} does not belong ${where}.`;
    context.add(code, joinPath(path, key), isSection ? value.at : keyAt, message, hint);
  }
}

function reportMissing(context: CheckContext, table: TomlTable, key: string, shape: KeyShape, path: string): void {
  // A list that may be empty may be absent too; the rules about its content say when it may not.
  if (('only' in shape && shape.only) || (shape.type === 'list' && shape.min === 0)) return;
  const hint = exampleOf(key, shape);
  if (shape.type === 'table') context.add('missing-section', path, table.at, `The section [${path}] is missing.`, hint);
  else if (shape.type === 'list') {
    context.add('missing-section', path, table.at, `The section [[${path}]] is missing.`, hint);
  } else {
    const owner = path.slice(0, path.lastIndexOf('.'));
    context.add(
      'missing-key',
      path,
      table.at,
      `${sectionName(owner)} lacks the key “${key}”: ${lower(shape.description)}`,
      hint,
    );
  }
}

function exampleOf(key: string, shape: KeyShape): string {
  if (shape.type === 'table') return `Add [${key}] with ${Object.keys(shape.keys).join(', ')}.`;
  if (shape.type === 'list') return `Add [[${key}]] with ${Object.keys(shape.keys).join(', ')}.`;
  return `Add for example ${key} = ${JSON.stringify(shape.examples[0])}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
