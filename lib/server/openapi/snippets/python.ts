import 'server-only';
import type { Task } from './task';

/** A JSON value as Python writes it, with four spaces a level. */
export function toPython(value: unknown, depth = 0): string {
  const inner = '    '.repeat(depth + 1);
  const outer = '    '.repeat(depth);
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value))
    return value.every((item) => typeof item !== 'object')
      ? `[${value.map((item) => toPython(item)).join(', ')}]`
      : `[\n${value.map((item) => `${inner}${toPython(item, depth + 1)},\n`).join('')}${outer}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toPython(item, depth + 1)},\n`);
  return `{\n${lines.join('')}${outer}}`;
}

/** A request with the package `requests`. */
export function writePython({ method, address, query, body, key, isList }: Task): string {
  const send = [
    JSON.stringify(address),
    'headers={"Authorization": f"Bearer {os.environ[\'SULCUS_TOKEN\']}"}',
    // Pairs, not a dict: a name may come more than once.
    ...(query.length > 0 ? [`params=[\n${query.map(writePair).join('')}    ]`] : []),
    ...(body ? [`json=${toPython(body, 1)}`] : []),
    'timeout=30',
  ];
  return [
    'import os',
    'import requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    ...send.map((argument) => `    ${argument},`),
    ')',
    'response.raise_for_status()',
    ...reading(key, isList),
  ].join('\n');
}

const writePair = ([name, value]: readonly [string, string]): string =>
  `        (${JSON.stringify(name)}, ${JSON.stringify(value)}),\n`;

function reading(key: string | null, isList: boolean): string[] {
  if (key === null) return [];
  const answer = `response.json()[${JSON.stringify(key)}]`;
  return isList ? [`for record in ${answer}:`, '    print(record["id"])'] : [`record = ${answer}`];
}
