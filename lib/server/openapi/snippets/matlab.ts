import 'server-only';
import { matlabName } from '../../api/matlab';
import type { Task } from './task';

const quote = (text: string): string => `'${text.replaceAll("'", "''").replaceAll(/\r?\n/g, ' ')}'`;

/** A JSON value as MATLAB writes it. Lists are cells, so that jsonencode keeps one of one as a list. */
export function toMatlab(value: unknown): string {
  if (value === null || value === undefined) return '[]';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `{${value.map(toMatlab).join(', ')}}`;
  if (typeof value !== 'object') return String(value);
  // A cell as the value of a struct needs another around it, or struct makes one struct for each of its items.
  const pairs = Object.entries(value).map(
    ([key, item]) => `${quote(key)}, ${Array.isArray(item) ? `{${toMatlab(item)}}` : toMatlab(item)}`,
  );
  return `struct(${pairs.join(', ')})`;
}

/** A struct built field by field. */
export const writeStruct = (name: string, body: Readonly<Record<string, unknown>>): string[] => [
  `${name} = struct();`,
  ...Object.entries(body).map(([key, value]) => `${name}.${key} = ${toMatlab(value)};`),
];

/** A request with what MATLAB has of its own. */
export function writeMatlab({ method, address, query, body, key, isList }: Task): string {
  if (key === null) return writeWithoutAnswer(method, address);
  const options = [
    `'HeaderFields', {'Authorization', ['Bearer ' getenv('SULCUS_TOKEN')]}`,
    `'ContentType', 'json', 'Timeout', 30`,
    ...(body ? [`'MediaType', 'application/json', 'RequestMethod', '${method.toLowerCase()}'`] : []),
  ];
  const parameters = query.map(([name, value]) => `['${name}=' urlencode(${quote(value)})]`);
  const target = query.length > 0 ? `[${quote(`${address}?`)} query]` : quote(address);
  return [
    `options = weboptions(${options.join(', ...\n    ')});`,
    ...(query.length > 0 ? [`query = strjoin({ ...\n    ${parameters.join(', ...\n    ')}}, '&');`] : []),
    ...(body ? writeStruct('data', body) : []),
    body ? `answer = webwrite(${target}, data, options);` : `answer = webread(${target}, options);`,
    `${isList ? 'records' : 'record'} = answer.${matlabName(key)};`,
  ].join('\n');
}

/** webread takes an empty answer for a failure, so this goes one level deeper. */
const writeWithoutAnswer = (method: Task['method'], address: string): string =>
  [
    `header = matlab.net.http.HeaderField('Authorization', ['Bearer ' getenv('SULCUS_TOKEN')]);`,
    `request = matlab.net.http.RequestMessage('${method}', header);`,
    `response = request.send(${quote(address)});`,
    `assert(response.StatusCode == 204)`,
  ].join('\n');
