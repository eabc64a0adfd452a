import type { KeyShape } from '../shape';
import { shown } from '../text';
import type { TomlNode } from '../toml/tree';
import type { CheckContext } from './context';

const EXPECTED: Readonly<Record<KeyShape['type'], string>> = {
  string: 'text in quotes',
  integer: 'a whole number',
  boolean: 'true or false',
  table: 'a section',
  list: 'a list of sections',
};

/** Reports a value of another type than the shape wants, and how to write the right one where that is plain. */
export function wrongType(context: CheckContext, key: string, shape: KeyShape, value: TomlNode, path: string): void {
  const message = `“${key}” is ${found(value)}; expected ${EXPECTED[shape.type]}.`;
  context.add('wrong-type', path, value.at, message, correction(key, shape, value, path));
}

function found(node: TomlNode): string {
  switch (node.kind) {
    case 'string':
      return `the text ${shown(node.value)}`;
    case 'integer':
      return `the number ${node.raw}`;
    case 'float':
      return `the decimal number ${node.raw}`;
    case 'boolean':
      return String(node.value);
    case 'array':
      return node.isTables ? 'a list of sections' : 'a list';
    case 'table':
      return 'a section';
    case 'unreadable':
      return 'unreadable';
    default:
      return `the TOML date or time ${node.raw}`;
  }
}

function correction(key: string, shape: KeyShape, value: TomlNode, path: string): string | null {
  if (shape.type === 'list') return `Write [[${path}]] for each entry.`;
  if (shape.type === 'table') return `Write [${path.replace(/\[\d+\]$/, '')}].`;
  const isText = value.kind === 'string';
  if (shape.type === 'string') {
    if ('raw' in value) return `Write ${key} = "${value.raw}"`;
    return value.kind === 'boolean' ? `Write ${key} = "${value.value}"` : null;
  }
  if (shape.type === 'integer') {
    const text = isText ? value.value.trim() : value.kind === 'float' ? value.raw.replaceAll('_', '') : '';
    return /^\d{1,15}(\.0+)?$/.test(text) ? `Write ${key} = ${Number.parseInt(text, 10)}` : null;
  }
  return isText && /^(true|false)$/i.test(value.value) ? `Write ${key} = ${value.value.toLowerCase()}` : null;
}
